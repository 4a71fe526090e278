import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { itemMarkers, type ConventionDocument, type NumberingScope, type NumberingStyle } from '#core/document/document.ts';
import { article, chapter, conventionDocument, paragraph } from '#core/document/documentBuilders.ts';
import { articleLabel, itemLabel, numberDocument, referenceText } from '#core/document/numberDocument.ts';

function village(style: NumberingStyle = 'article', scope: NumberingScope = 'document'): ConventionDocument {
  return conventionDocument(
    '云台村村规民约',
    [
      chapter('c1', '总则', article('a1', '甲'), article('a2', '乙')),
      chapter('c2', '治安', {
        type: 'section',
        attrs: { id: 's1' },
        content: [{ type: 'heading' }, article('a3', '丙')],
      }, article('a4', '丁')),
      article('a5', '戊'),
    ],
    style,
    scope,
  );
}

describe('printed numbers', () => {
  it.each<[NumberingStyle, NumberingScope, string[]]>([
    ['article', 'document', ['第一条', '第二条', '第三条', '第四条', '第五条']],
    ['article', 'chapter', ['第一条', '第二条', '第一条', '第二条', '第三条']],
    ['chinese', 'document', ['一、', '二、', '三、', '四、', '五、']],
    ['chinese', 'chapter', ['一、', '二、', '一、', '二、', '三、']],
    ['arabic', 'document', ['1.', '2.', '3.', '4.', '5.']],
    ['arabic', 'chapter', ['1.', '2.', '1.', '2.', '3.']],
    ['none', 'document', ['', '', '', '', '']],
  ])('in style %s and scope %s', (style, scope, labels) => {
    const numbering = numberDocument(village(style, scope));
    expect(['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => numbering.labels.get(id))).toEqual(labels);
  });

  it('number chapters through the document and sections through their chapter', () => {
    const { labels } = numberDocument(village());
    expect([labels.get('c1'), labels.get('c2'), labels.get('s1')]).toEqual(['第一章', '第二章', '第一节']);
  });

  it('follow an article that moves', () => {
    const document = conventionDocument('约', [article('b', '乙'), article('a', '甲')]);
    const { labels, numbers } = numberDocument(document);
    expect([labels.get('a'), numbers.get('a')]).toEqual(['第二条', 2]);
  });

  it.each([
    [1, '第一条'],
    [10, '第十条'],
    [12, '第十二条'],
    [20, '第二十条'],
    [101, '第一百零一条'],
    [110, '第一百一十条'],
  ])('article %i is %s', (number, label) => {
    expect(articleLabel(number, 'article')).toBe(label);
  });

  it.each([
    ['parenthesizedChinese', '（十二）'],
    ['chinese', '十二、'],
    ['arabic', '12.'],
    ['arabicComma', '12、'],
    ['parenthesizedArabic', '（12）'],
    ['circled', '⑫'],
    ['bullet', '●'],
  ] as const)('the twelfth item with marker %s is %s', (marker, label) => {
    expect(itemLabel(11, marker)).toBe(label);
  });

  it('circled numbers end at twenty', () => {
    expect([itemLabel(0, 'circled'), itemLabel(19, 'circled'), itemLabel(20, 'circled')]).toEqual(['①', '⑳', '（21）']);
  });

  it('every marker has a label for every item of the longest list', () => {
    for (const marker of itemMarkers) for (const index of [0, 999, 1_999]) expect(itemLabel(index, marker)).not.toBe('');
  });
});

describe('references', () => {
  it('name an article as 第X条 in every style', () => {
    for (const style of ['article', 'chinese', 'arabic', 'none'] as const) {
      expect(referenceText('a4', numberDocument(village(style)))).toBe('第四条');
    }
  });

  it('tell that their article is gone', () => {
    expect(referenceText('gone', numberDocument(village()))).toBe('第〔原条文已删〕条');
    expect(referenceText('c1', numberDocument(village()))).toBe('第〔原条文已删〕条');
  });

  it('follow the article they point at', () => {
    const before = conventionDocument('约', [article('a', '甲'), article('b', paragraph({ to: 'a' }))]);
    const after = conventionDocument('约', [article('new', '新'), article('a', '甲'), article('b', paragraph({ to: 'a' }))]);
    expect(referenceText('a', numberDocument(before))).toBe('第一条');
    expect(referenceText('a', numberDocument(after))).toBe('第二条');
  });
});

describe('numbering as a law', () => {
  it('gives every article of every document a number, counting up by one within its scope', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const { numbers, labels } = numberDocument(document);
        const placed = articlesOf(document);
        let previous = 0;
        for (const { article } of placed) {
          const number = numbers.get(article.attrs.id) ?? 0;
          const restarts = document.attrs.numberingScope === 'chapter' && number === 1;
          expect(number === previous + 1 || restarts).toBe(true);
          expect(labels.get(article.attrs.id)).toBe(articleLabel(number, document.attrs.numberingStyle));
          previous = number;
        }
        expect(numbers.size).toBe(placed.length);
        expect(placed.map((one) => one.index)).toEqual(placed.map((_, index) => index));
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });
});
