import { describe, expect, it } from 'vitest';
import type { SimilarityReport, SimilarityText } from '#contract/similarity.ts';
import { reportSentence, sharedPercent, sharedSentence, similarityRows } from './similarityRows.ts';

const village = (name: string, given: Partial<SimilarityText> = {}): SimilarityText => ({
  name,
  place: '云溪镇',
  title: `${name}村规民约`,
  conventionId: null,
  articles: 40,
  closest: null,
  group: null,
  own: 0,
  missingTopics: [],
  template: null,
  ...given,
});

const report: SimilarityReport = {
  template: 0,
  groups: [{ model: 1, members: [{ text: 1, same: 40, near: 0 }, { text: 2, same: 30, near: 9 }], unchanged: 1 }],
  texts: [
    village('范本'),
    village('清溪村', { template: { same: 10, near: 0, missing: 30 } }),
    village('望溪村', { template: { same: 30, near: 9, missing: 1 }, missingTopics: ['防溺水'] }),
    village('石塘村', { place: '枫林镇', template: { same: 0, near: 0, missing: 40 } }),
  ],
};
const names = (...given: [string, 'alike' | 'place' | 'topics']) => similarityRows(report, ...given).map(({ text }) => text.name);

describe('the list of villages', () => {
  it('leaves the template out and puts the most alike first', () => {
    expect(names('', 'alike')).toEqual(['望溪村', '清溪村', '石塘村']);
  });
  it('goes by township and name, or by what is missing', () => {
    expect(names('', 'place')).toEqual(['石塘村', '清溪村', '望溪村']);
    expect(names('', 'topics')[0]).toBe('望溪村');
  });
  it('shows those whose name or township holds the words', () => {
    expect(names('枫林', 'place')).toEqual(['石塘村']);
    expect(names(' 溪村 ', 'place')).toEqual(['清溪村', '望溪村']);
  });
  it('says in one sentence what was found', () => {
    expect(reportSentence(report)).toBe('比了 3 份：1 组雷同，共 2 份。');
    expect(reportSentence({ ...report, groups: [] })).toBe('比了 3 份，没有雷同的组。');
  });
});

it.each([
  [40, 40, 0, 100, '40 条中相同 40 条'],
  [40, 35, 4, 97, '40 条中相同 35 条、相近 4 条'],
  [13, 0, 0, 0, '13 条中没有相同相近的'],
  [0, 0, 0, 0, '0 条中没有相同相近的'],
])('of %i articles, %i same and %i near are %i percent', (articles, same, near, percent, sentence) => {
  expect(sharedPercent({ articles }, { same, near })).toBe(percent);
  expect(sharedSentence(articles, { same, near })).toBe(sentence);
});
