import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText, articleTextMap } from '#core/document/articleText.ts';
import { articleSchema, type Article } from '#core/document/document.ts';
import { article, conventionDocument, items, paragraph } from '#core/document/documentBuilders.ts';
import { numberDocument } from '#core/document/numberDocument.ts';

const numbering = numberDocument(conventionDocument('约', [article('a', '甲'), article('b', '乙'), article('c', '丙')]));
const caption = { type: 'caption' as const, content: [{ type: 'text' as const, text: '水电' }] };
const nested: Article = article('n', '下列行为：', {
  type: 'itemList',
  attrs: { marker: 'parenthesizedChinese' },
  content: [
    { type: 'item', attrs: { id: 'i1' }, content: [paragraph('乱倒垃圾'), paragraph('含建筑垃圾')] },
    {
      type: 'item',
      attrs: { id: 'i2' },
      content: [
        paragraph('占用道路'),
        {
          type: 'subitemList',
          attrs: { marker: 'arabic' },
          content: [
            { type: 'subitem', attrs: { id: 'u1' }, content: [paragraph('堆物')] },
            { type: 'subitem', attrs: { id: 'u2' }, content: [paragraph('停车')] },
          ],
        },
      ],
    },
  ],
}, '予以批评教育。');

describe('the text of an article', () => {
  it.each<[string, Article, string]>([
    ['is its paragraph', article('x', '村民应当爱护公物。'), '村民应当爱护公物。'],
    ['has a paragraph a line', article('x', '第一款。', '第二款。'), '第一款。\n第二款。'],
    ['starts with the caption', article('x', caption, '节约用水。'), '水电\n节约用水。'],
    ['resolves references', article('x', paragraph('违反', { to: 'b' }, '的，批评教育。')), '违反第二条的，批评教育。'],
    ['has labelled items', article('x', '应当：', items('l', 'arabicComma', '守法', '互助')), '应当：\n1、守法\n2、互助'],
    ['has nested items', nested, '下列行为：\n（一）乱倒垃圾\n含建筑垃圾\n（二）占用道路\n1.堆物\n2.停车\n予以批评教育。'],
    ['is empty for an empty article', article('x', ''), ''],
    ['keeps a line for an empty paragraph in the middle', article('x', '甲', '', '乙'), '甲\n\n乙'],
    [
      'takes suggested insertions and deletions as accepted',
      article('x', {
        type: 'paragraph',
        content: [
          { type: 'text', text: '罚款', marks: [{ type: 'deletion', attrs: { id: 's1' } }] },
          { type: 'text', text: '教育', marks: [{ type: 'insertion', attrs: { id: 's1' } }] },
        ],
      }),
      '教育',
    ],
    [
      'has no line for a paragraph that a suggestion takes away',
      article('x', '甲', { type: 'paragraph', content: [{ type: 'text', text: '乙', marks: [{ type: 'deletion', attrs: { id: 's1' } }] }] }, '丙'),
      '甲\n丙',
    ],
  ])('%s', (_name, subject, text) => {
    expect(articleText(subject, numbering)).toBe(text);
  });
});

describe('positions in the editor and offsets in the text', () => {
  const map = articleTextMap(article('x', paragraph('违反', { to: 'c' }, '的'), items('l', 'arabic', '教育')), numbering);

  it('count a reference as one position and as several characters', () => {
    expect(map.text).toBe('违反第三条的\n1.教育');
    expect([map.toOffset(1), map.toOffset(3), map.toOffset(4), map.toOffset(5)]).toEqual([0, 2, 5, 6]);
    expect([map.toPosition(0), map.toPosition(2), map.toPosition(5), map.toPosition(6)]).toEqual([1, 3, 4, 5]);
  });

  it('put an offset inside a reference at its end, and one inside a label at the end of the text before it', () => {
    expect([map.toPosition(3), map.toPosition(4)]).toEqual([4, 4]);
    expect([map.toPosition(7), map.toPosition(8)]).toEqual([5, 5]);
  });

  it('count the opening and closing of lists and items', () => {
    // Paragraph 1–6 (five positions of content), then list, item and paragraph open.
    expect([map.toPosition(9), map.toOffset(9)]).toEqual([9, 9]);
    expect(map.text.slice(map.toOffset(9), map.toOffset(11))).toBe('教育');
  });

  it('clamp what lies outside', () => {
    expect([map.toOffset(-5), map.toOffset(0), map.toOffset(999)]).toEqual([0, 0, map.text.length]);
    expect([map.toPosition(-5), map.toPosition(999)]).toEqual([1, 11]);
  });

  /** The same article with every character of real text replaced, so that numbers and references cannot be taken for it. */
  function veiled(subject: Article): Article {
    return articleSchema.parse(
      JSON.parse(JSON.stringify(subject), (key, value: unknown) =>
        key === 'text' && typeof value === 'string' ? '\uE000'.repeat(value.length) : value,
      ),
    );
  }

  it('are the inverse of each other wherever there is real text', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const all = numberDocument(document);
        for (const { article } of articlesOf(document)) {
          const each = articleTextMap(article, all);
          const veil = articleText(veiled(article), all);
          for (let offset = 0; offset <= veil.length; offset += 1) {
            if (veil[offset] !== '\uE000' && veil[offset - 1] !== '\uE000') continue;
            expect(each.toOffset(each.toPosition(offset))).toBe(offset);
            expect(each.toOffset(each.toPosition(offset, 'before'))).toBe(offset);
          }
        }
      }),
      { seed: 20261124, numRuns: 150 },
    );
  });

  it('grow together', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const all = numberDocument(document);
        for (const { article } of articlesOf(document)) {
          const each = articleTextMap(article, all);
          let position = 0;
          for (let offset = 0; offset <= each.text.length; offset += 1) {
            const next = each.toPosition(offset);
            expect(next).toBeGreaterThanOrEqual(position);
            position = next;
          }
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
