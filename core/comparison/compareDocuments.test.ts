import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { comparisonSchema } from '#core/comparison/comparison.ts';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { article, chapter, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';

const old = conventionDocument('新玉峰村村规民约', [
  { type: 'preamble', content: [paragraph('为加强村民自治，制定本村规民约。')] },
  chapter('c1', '环境卫生', article('a1', '生活垃圾定点投放。'), article('a2', '违反本章的，罚款五百元。')),
  chapter('c2', '邻里关系', article('a3', paragraph('违反', { to: 'a1' }, '的，邻里之间可以劝导。'))),
  { type: 'closing', content: [paragraph('本村规民约自公布之日起施行。')] },
]);
const now = conventionDocument('新玉峰村村规民约', [
  { type: 'preamble', content: [paragraph('为加强村民自治，制定本村规民约。')] },
  chapter('c1', '环境保护', article('a0', '党员带头遵守本村规民约。'), article('a1', '生活垃圾定点投放。'), article('a2', '违反本章的，批评教育。')),
  chapter('c2', '邻里关系', article('a3', paragraph('违反', { to: 'a1' }, '的，邻里之间可以劝导。'))),
  { type: 'closing', content: [paragraph('本村规民约经村民会议通过后施行。')] },
]);

describe('two documents', () => {
  const comparison = compareDocuments(old, now);

  it('are told article by article with the labels and headings of both sides', () => {
    expect(comparison.rows.map(({ op, oldArticles, newArticles }) => [op, oldArticles[0]?.label, newArticles[0]?.label])).toEqual([
      ['insert', undefined, '第一条'],
      ['same', '第一条', '第二条'],
      ['edit', '第二条', '第三条'],
      ['same', '第三条', '第四条'],
    ]);
    expect(comparison.rows[2]).toMatchObject({
      oldArticles: [{ heading: '第一章 环境卫生' }],
      newArticles: [{ heading: '第一章 环境保护' }],
      changes: [
        { kind: 'equal', text: '违反本章的，' },
        { kind: 'delete', text: '罚款五百元' },
        { kind: 'insert', text: '批评教育' },
        { kind: 'equal', text: '。' },
      ],
    });
    expect(comparison.counts).toEqual({ same: 2, edit: 1, insert: 1, delete: 0, move: 0, split: 0, merge: 0 });
  });

  it('do not differ by the number that a reference to the same article prints', () => {
    expect(comparison.rows[3]).toMatchObject({
      op: 'same',
      oldArticles: [{ text: '违反第一条的，邻里之间可以劝导。' }],
      newArticles: [{ text: '违反第二条的，邻里之间可以劝导。' }],
    });
  });

  it('are told by their other parts as well', () => {
    expect(comparison.parts.map(({ part, op, new: text }) => `${part} ${op} ${text}`)).toEqual([
      'title same 新玉峰村村规民约',
      'preamble same 为加强村民自治，制定本村规民约。',
      'heading edit 环境保护',
      'heading same 邻里关系',
      'closing edit 本村规民约经村民会议通过后施行。',
    ]);
  });

  it('come as plain JSON in the shape of the contract, whatever they hold', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDocument(), (one, other) => {
        const found = compareDocuments(one, other);
        expect(comparisonSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
        expect(found.rows.flatMap((row) => row.old).sort((a, b) => a - b)).toEqual(articlesOf(one).map(({ index }) => index));
        expect(found.rows.flatMap((row) => row.new).sort((a, b) => a - b)).toEqual(articlesOf(other).map(({ index }) => index));
      }),
      { seed: 20_261_124, numRuns: 60 },
    );
  });

  it('are the same throughout when they are one', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const found = compareDocuments(document, document);
        expect(found.rows.every((row) => row.op === 'same')).toBe(true);
        expect(found.parts.every((part) => part.op === 'same')).toBe(true);
      }),
      { seed: 20_261_124, numRuns: 60 },
    );
  });
});
