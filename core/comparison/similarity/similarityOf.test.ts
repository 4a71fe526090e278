import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plantedArticle, plantedDocument, plantedTexts, reworded, seededNumbers, villageName } from '#core/comparison/similarity/plantedTexts.ts';
import type { ComparableText, SimilarityResult } from '#core/comparison/similarity/similarity.ts';
import { similarityOf } from '#core/comparison/similarity/similarityOf.ts';

const text = (village: string, articles: readonly string[]): ComparableText => ({ document: plantedDocument(village, articles), names: [village] });
const fresh = (random: () => number, village: string, count: number) => Array.from({ length: count }, () => plantedArticle(random, village));
const groupsOf = (result: SimilarityResult) => result.groups.map(({ members }) => members.map((member) => member.text).sort((one, other) => one - other));

describe('copies of one model', () => {
  it('are one group whatever village and amounts were filled in, and count as unchanged', () => {
    const result = similarityOf(plantedTexts({ texts: 30, articles: 20, groups: [8, 3], edited: 0, seed: 5 }));
    expect(groupsOf(result)).toEqual([[0, 1, 2, 3, 4, 5, 6, 7], [8, 9, 10]]);
    expect(result.groups.map(({ unchanged }) => unchanged)).toEqual([8, 3]);
    expect(result.texts[3]?.closest).toMatchObject({ same: 20, near: 0 });
    expect(result.texts[3]?.own).toEqual([]);
  });

  it('are still found when each village reworded a fifth of the articles', () => {
    const result = similarityOf(plantedTexts({ texts: 40, articles: 40, groups: [12, 6], edited: 0.2, seed: 9 }));
    expect(groupsOf(result)).toEqual([Array.from({ length: 12 }, (_, index) => index), [12, 13, 14, 15, 16, 17]]);
    for (const { same, near } of result.groups[0]?.members.slice(1) ?? []) expect(same + near).toBeGreaterThanOrEqual(38);
  });

  it('are found without their model when every village reworded a tenth of every article in its own way', () => {
    const random = seededNumbers(5);
    const model = fresh(random, '甲乙村', 40);
    const copies = Array.from({ length: 15 }, (_, index) => {
      const village = villageName(index);
      return text(village, model.map((article) => reworded(random, article.replaceAll('甲乙村', village), 0.1)));
    });
    const others = Array.from({ length: 30 }, (_, index) => text(villageName(100 + index), fresh(random, villageName(100 + index), 40)));
    const result = similarityOf([...copies, ...others]);
    expect(groupsOf(result)).toEqual([[...copies.keys()]]);
    expect(result.groups[0]?.unchanged).toBe(1);
  });

  it('are found beside their model when a fifth of every article was reworded', () => {
    const random = seededNumbers(12);
    const model = fresh(random, '甲乙村', 40);
    const copies = Array.from({ length: 10 }, (_, index) => text(villageName(index), model.map((article) => reworded(random, article.replaceAll('甲乙村', villageName(index)), 0.2))));
    const result = similarityOf([text('甲乙村', model), ...copies]);
    expect(groupsOf(result)).toEqual([[0, ...copies.map((_copy, index) => index + 1)]]);
    expect(result.groups[0]?.model).toBe(0);
  });

  it('are found in another order of articles', () => {
    const random = seededNumbers(3);
    const model = fresh(random, '清溪村', 12);
    const result = similarityOf([text('清溪村', model), text('望溪村', model.toReversed().map((article) => article.replaceAll('清溪村', '望溪村')))]);
    expect(result.groups).toMatchObject([{ unchanged: 2, members: [{ same: 12, near: 0 }, { same: 12, near: 0 }] }]);
  });

  it('are not made of texts that share only what every convention says', () => {
    const result = similarityOf(plantedTexts({ texts: 60, articles: 12, groups: [], edited: 0, seed: 4 }));
    expect(result.groups).toEqual([]);
    // Six of twelve articles are boilerplate, which stands everywhere and is nobody's own.
    for (const { closest, own } of result.texts) {
      expect(closest).toMatchObject({ same: 6 });
      expect(own.length).toBeLessThanOrEqual(6);
      expect(own.length).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('a chain of texts of which each took half a step from the last', () => {
  it('does not become one group: every member shares seven tenths with the model itself', () => {
    const random = seededNumbers(8);
    const links = 8;
    const articles = fresh(random, '清溪村', 10);
    const chain: ComparableText[] = [];
    for (let link = 0; link < links; link += 1) {
      chain.push(text(villageName(link), articles));
      articles.splice(link % 10, 2, ...fresh(random, '清溪村', 2));
    }
    const result = similarityOf(chain);
    expect(Math.max(...result.groups.map(({ members }) => members.length))).toBeLessThan(links);
    for (const { members } of result.groups) {
      for (const { same, near } of members) expect(2 * (same + near)).toBeGreaterThanOrEqual(0.7 * 20);
    }
  });
});

describe('against a template', () => {
  const random = seededNumbers(6);
  const model = fresh(random, '甲乙村', 10);
  const own = plantedArticle(random, '清溪村');
  const taken = model.slice(0, 8).map((article) => article.replaceAll('甲乙村', '清溪村'));
  const result = similarityOf([text('清溪村', [...taken.slice(0, 6), ...taken.slice(6).map((article) => reworded(random, article, 0.1)), own]), text('甲乙村', model)], { template: 1 });

  it('a text is told what it took, what it changed and what it left out', () => {
    expect(result.texts[0]?.template).toEqual({ same: 6, near: 2, missing: [8, 9] });
    expect(result.texts[0]?.own).toEqual([8]);
  });
  it('the template itself is nobody’s copy and in no group', () => {
    expect(result.texts[0]?.closest).toBeNull();
    expect(result.texts[1]).toMatchObject({ template: null, closest: null, group: null });
    expect(result.groups).toEqual([]);
  });
});

it('names the topics that a text does not touch', () => {
  const result = similarityOf([text('清溪村', ['邻里之间互相帮助，红白喜事从简。', '门前三包，垃圾分类投放。'])]);
  const missing = result.texts[0]?.missingTopics ?? [];
  expect(missing).toEqual(expect.arrayContaining(['守法和治安', '防火和防溺水', '山林和水源']));
  for (const touched of ['邻里关系', '移风易俗', '环境卫生', '志愿和互助']) expect(missing).not.toContain(touched);
});

it('answers for texts without articles, a single text and none at all', () => {
  expect(similarityOf([])).toEqual({ texts: [], groups: [] });
  const verse: ComparableText = {
    names: [],
    document: {
      type: 'document',
      attrs: { numberingStyle: 'none', numberingScope: 'document' },
      content: [
        { type: 'title', content: [{ type: 'text', text: '清溪村村规民约' }] },
        { type: 'verse', content: ['爱祖国，爱家乡', '讲卫生，门前净', '敬老人，睦四邻'].map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })) },
      ],
    },
  };
  const result = similarityOf([verse, verse]);
  expect(result.texts[0]).toMatchObject({ articles: 3, closest: { text: 1, same: 3, near: 0 } });
  expect(result.groups).toHaveLength(1);
});

/** Every number that comes out can be counted by hand. */
describe('the laws of the counts', () => {
  const planted = fc.record({
    texts: fc.integer({ min: 2, max: 24 }),
    articles: fc.integer({ min: 7, max: 16 }),
    groups: fc.array(fc.integer({ min: 2, max: 6 }), { maxLength: 3 }),
    edited: fc.double({ min: 0, max: 0.4, noNaN: true }),
    seed: fc.integer(),
  });

  it('hold for any mixture of copies and own texts', () => {
    fc.assert(
      fc.property(planted, (given) => {
        const texts = [...plantedTexts(given)];
        const result = similarityOf(texts);
        expect(result.texts).toHaveLength(texts.length);
        const seen = new Set<number>();
        for (const [index, { members, model, unchanged }] of result.groups.entries()) {
          expect(members[0]?.text).toBe(model);
          expect(members.length).toBeGreaterThan(1);
          expect(unchanged).toBeGreaterThanOrEqual(1);
          for (const { text: member, same, near } of members) {
            expect(seen.has(member)).toBe(false);
            seen.add(member);
            expect(result.texts[member]?.group).toBe(index);
            const sizes = (result.texts[member]?.articles ?? 0) + (result.texts[model]?.articles ?? 0);
            expect(2 * (same + near)).toBeGreaterThanOrEqual(0.7 * sizes);
          }
          for (const { text: copy, same, near } of members.slice(1)) {
            const closest = result.texts[copy]?.closest;
            expect((closest?.same ?? 0) + (closest?.near ?? 0)).toBeGreaterThanOrEqual(same + near);
          }
        }
        for (const [index, { articles, closest, own, group }] of result.texts.entries()) {
          expect(group !== null).toBe(seen.has(index));
          expect(new Set(own).size).toBe(own.length);
          if (closest === null) continue;
          expect(closest.text).not.toBe(index);
          // What stands elsewhere is not one's own.
          expect(closest.same + closest.near + own.length).toBeLessThanOrEqual(articles);
        }
      }),
      { seed: 20_261_125, numRuns: 60 },
    );
  });

  it('do not depend on which text comes first', () => {
    fc.assert(
      fc.property(planted, (given) => {
        const texts = [...plantedTexts({ ...given, edited: 0 })];
        const last = texts.length - 1;
        const forwards = groupsOf(similarityOf(texts)).map((members) => members.join());
        const backwards = groupsOf(similarityOf(texts.toReversed())).map((members) => members.map((member) => last - member).sort((one, other) => one - other).join());
        expect(backwards.sort()).toEqual(forwards.sort());
      }),
      { seed: 20_261_126, numRuns: 40 },
    );
  });
});
