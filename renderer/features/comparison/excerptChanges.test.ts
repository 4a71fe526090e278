import { describe, expect, it } from 'vitest';
import type { InlineChange } from '#core/comparison/comparison.ts';
import { excerptChanges } from '#renderer/features/comparison/excerptChanges.ts';

const long = `${'村民应当遵守本公约，'.repeat(12)}自觉维护公共秩序。`;
const change: InlineChange = { kind: 'insert', text: '依法' };

function kinds(changes: readonly InlineChange[]): string[] {
  return excerptChanges(changes).map(({ kind }) => kind);
}

describe('the excerpt of a change', () => {
  it.each<[string, InlineChange[], string[]]>([
    ['leaves out the beginning', [{ kind: 'equal', text: long }, change], ['gap', 'equal', 'insert']],
    ['leaves out the end', [change, { kind: 'equal', text: long }], ['insert', 'equal', 'gap']],
    ['leaves out the middle between two changes', [change, { kind: 'equal', text: long }, change], ['insert', 'equal', 'gap', 'equal', 'insert']],
    ['keeps a short stretch whole', [change, { kind: 'equal', text: '爱护公物。' }, change], ['insert', 'equal', 'insert']],
    ['never shortens what was inserted or deleted', [{ kind: 'delete', text: long }, { kind: 'insert', text: long }], ['delete', 'insert']],
  ])('%s', (_name, changes, expected) => {
    expect(kinds(changes)).toEqual(expected);
  });

  it('begins and ends at pauses, and its gaps hold what they leave out', () => {
    const pieces = excerptChanges([change, { kind: 'equal', text: long }, change]);
    expect(pieces.map(({ text }) => text).join('')).toBe(`依法${long}依法`);
    expect(pieces[1]?.text.endsWith('，')).toBe(true);
  });

  it('never cuts a character of two units in half', () => {
    const rare = '𠮷'.repeat(60);
    for (const text of [rare, `甲${rare}`]) {
      for (const piece of excerptChanges([change, { kind: 'equal', text }, change])) expect(piece.text.isWellFormed()).toBe(true);
    }
  });
});
