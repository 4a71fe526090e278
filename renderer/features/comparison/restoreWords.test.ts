import { describe, expect, it } from 'vitest';
import { restoreWords } from '#renderer/features/comparison/restoreWords.ts';

describe('a change offers to put back', () => {
  it.each<[Parameters<typeof restoreWords>[0], string | undefined]>([
    [{ op: 'edit', old: [0] }, '把这一条恢复为旧文'],
    [{ op: 'move', old: [0], edited: true }, '把这一条恢复为旧文'],
    [{ op: 'split', old: [0] }, '把这一条恢复为旧文'],
    [{ op: 'merge', old: [0, 1] }, '把这几条恢复为旧文'],
    [{ op: 'delete', old: [0] }, '把这一条放回草案'],
    [{ op: 'insert', old: [] }, undefined],
    [{ op: 'move', old: [0] }, undefined],
    [{ op: 'same', old: [0] }, undefined],
  ])('what the old text says: %j', (row, expected) => {
    expect(restoreWords(row)).toBe(expected);
  });
});
