import { describe, expect, it } from 'vitest';
import { article, conventionDocument } from '#core/document/documentBuilders.ts';
import type { Annotation } from '#core/review/review.ts';
import { anchorOf } from './anchorOf.ts';
import { placeAnnotations, reviewedArticles } from './reviewArticles.ts';

const texts = { a: '违反者罚款五百元。', b: '村民应当按期缴费，逾期停水。' };
const document = conventionDocument('约', [article('a', texts.a), article('b', texts.b)]);
const note = (id: string, articleId: string, text: string, from: number, to: number): Annotation => ({
  id,
  anchor: anchorOf(articleId, text, from, to, '0'.repeat(64)),
  kind: 'advice',
  text: '意见',
  basis: [],
  suggestion: '',
});

describe('the articles under review', () => {
  it.each(['article', 'chinese', 'arabic', 'none'] as const)('have one name to call them by in style %s', (style) => {
    const named = conventionDocument('约', [article('a', '甲'), article('b', '乙')], style);
    expect(reviewedArticles(named).map(({ label }) => label)).toEqual(['第一条', '第二条']);
  });
});

describe('annotations on the screen', () => {
  it('are numbered as one reads, whatever the order they were written in', () => {
    const placed = placeAnnotations(
      [note('3', 'b', texts.b, 9, 13), note('2', 'b', texts.b, 0, 2), note('1', 'a', texts.a, 3, 8)],
      reviewedArticles(document),
    );
    expect(placed.map(({ annotation, number, label }) => [annotation.id, number, label])).toEqual([
      ['1', 1, '第一条'],
      ['2', 2, '第二条'],
      ['3', 3, '第二条'],
    ]);
  });

  it('on a whole article come after those on its words, as their flags do', () => {
    const placed = placeAnnotations([note('whole', 'b', texts.b, 0, 0), note('words', 'b', texts.b, 9, 13)], reviewedArticles(document));
    expect(placed.map(({ annotation }) => annotation.id)).toEqual(['words', 'whole']);
  });

  it('stay with their article when their words are gone, and at the end when the article is', () => {
    const placed = placeAnnotations(
      [note('gone', 'x', '别的条文。', 0, 2), note('lost', 'a', '完全不同的文字在这里。', 2, 9)],
      reviewedArticles(document),
    );
    expect(placed.map(({ annotation, label, mark, isLost }) => [annotation.id, label, mark?.from, mark?.to, isLost])).toEqual([
      ['lost', '第一条', 0, 0, true],
      ['gone', '原条文已删', undefined, undefined, true],
    ]);
  });
});
