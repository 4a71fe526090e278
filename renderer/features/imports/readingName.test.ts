import { expect, it } from 'vitest';
import { readingName } from './readingName.ts';

it.each([
  [{ articles: 12, article: 'arabic', headings: [] }, '12 条（按 1. 2. 分条）'],
  [{ articles: 6, article: 'arabic', headings: ['chinese'] }, '6 条（按 1. 2. 分条，一、二、 作标题）'],
  [{ articles: 3, article: undefined, headings: [] }, '3 条（一段算一条）'],
] as const)('a way to read a text is named by what is seen on paper', (reading, name) => {
  expect(readingName(reading)).toBe(name);
});
