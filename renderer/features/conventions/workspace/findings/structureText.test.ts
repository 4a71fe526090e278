import { describe, expect, it } from 'vitest';
import type { StructureFault } from '#core/document/checkStructure.ts';
import { structureText } from './structureText.ts';

const labels = new Map([['a', '第一条'], ['b', '第二条'], ['plain', '']]);

const cases: [StructureFault, string, string][] = [
  [{ kind: 'emptyArticle', articleId: 'b' }, '第二条', '还没有文字'],
  [{ kind: 'emptyArticle', articleId: 'plain' }, '这一条', '还没有文字'],
  [{ kind: 'duplicateArticle', articleId: 'b', sameAs: 'a' }, '第二条', '和第一条一样'],
  [{ kind: 'danglingReference', articleId: 'a', target: 'gone' }, '第一条', '已经不在'],
  [{ kind: 'blankLeft', articleId: 'a', quote: '××', start: 1, end: 3 }, '第一条', '“××”'],
  [{ kind: 'blankLeft', part: 'closing', quote: '  ', start: 0, end: 2 }, '落款', '“　”'],
  [{ kind: 'oldAdoption', part: 'subtitle', quote: '（2016年3月12日通过）', start: 0, end: 14 }, '副标题', '“（2016年3月12日通过）”是以前的日期，删去'],
];

describe('what the workspace says about the structure of a text', () => {
  it.each(cases)('%o', (fault, place, words) => {
    const said = structureText(fault, labels);
    expect(said.place).toBe(place);
    expect(said.text).toContain(words);
    expect(said.text).toMatch(/^[^A-Za-z!请]+。$/u);
  });
});
