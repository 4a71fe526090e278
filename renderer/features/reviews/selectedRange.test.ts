import { describe, expect, it } from 'vitest';
import { selectedRange, type TextPoint } from './selectedRange.ts';

const texts = new Map([
  ['a', '违反者罚款五百元。'],
  ['b', ' 第一款。\n第二款。 '],
  ['c', '𠮷家村。'],
]);
const order = [...texts.keys()];
const point = (articleId: string, offset: number): TextPoint => ({ articleId, offset });
const quoted = (start: TextPoint, end: TextPoint) => {
  const range = selectedRange(start, end, order, (id) => texts.get(id) ?? '');
  return range === undefined ? undefined : `${range.articleId} ${texts.get(range.articleId)?.slice(range.from, range.to)}`;
};

describe('what a selection annotates', () => {
  it.each([
    ['words of one article', point('a', 3), point('a', 8), 'a 罚款五百元'],
    ['the same words selected backwards', point('a', 8), point('a', 3), 'a 罚款五百元'],
    ['words across paragraphs', point('b', 3), point('b', 9), 'b 款。\n第二款'],
    ['without white space at the ends', point('b', 0), point('b', 6), 'b 第一款。'],
    ['the rest of the article it begins in', point('a', 3), point('b', 4), 'a 罚款五百元。'],
    ['the rest of the upper article, selected upwards', point('b', 4), point('a', 3), 'a 罚款五百元。'],
    ['a whole rare character, never half of one', point('c', 1), point('c', 3), 'c 𠮷家'],
    ['no further than the article', point('a', 3), point('a', 99), 'a 罚款五百元。'],
  ])('%s', (_name, start, end, expected) => {
    expect(quoted(start, end)).toBe(expected);
  });

  it.each([
    ['no words', point('a', 3), point('a', 3)],
    ['only white space', point('b', 0), point('b', 1)],
    ['an article that is not there', point('x', 0), point('a', 3)],
  ])('nothing with %s', (_name, start, end) => {
    expect(quoted(start, end)).toBeUndefined();
  });
});
