import { describe, expect, it } from 'vitest';
import { signingLines } from '#backend/documents/export/signingLines.ts';

describe('signingLines', () => {
  it.each([
    { paragraphs: ['本公约自公布之日起施行。', '新玉峰村村民委员会', '2026年11月25日'], count: 2 },
    { paragraphs: ['新玉峰村村民委员会', '2026年11月25日'], count: 2 },
    { paragraphs: ['新玉峰村村民委员会　2026年11月25日'], count: 1 },
    { paragraphs: ['本公约自公布之日起施行。'], count: 0 },
    { paragraphs: ['新玉峰村村民委员会', '望全体村民共同遵守。'], count: 0 },
    { paragraphs: ['监督电话：0731-1234567'], count: 0 },
    { paragraphs: ['长湖县长湖乡新玉峰村第一村民小组第二村民小组第三村民小组村民委员会'], count: 0 },
    { paragraphs: [''], count: 0 },
    { paragraphs: [], count: 0 },
  ])('counts $count at the end of $paragraphs', ({ paragraphs, count }) => {
    expect(signingLines(paragraphs)).toBe(count);
  });
});
