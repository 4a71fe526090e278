import { matchingText } from '#core/comparison/comparisonKey.ts';
import { articleKey, hiddenNames } from '#core/comparison/similarity/articleKey.ts';
import { articlePool } from '#core/comparison/similarity/articlePool.ts';
import { conventionTopics, missingTopics } from '#core/comparison/similarity/conventionTopics.ts';
import { groupTexts } from '#core/comparison/similarity/groupTexts.ts';
import { matchArticles, type ArticleMatch } from '#core/comparison/similarity/matchArticles.ts';
import { nearClasses } from '#core/comparison/similarity/nearClasses.ts';
import { placeNames } from '#core/comparison/similarity/placeNames.ts';
import { sharedClasses } from '#core/comparison/similarity/sharedClasses.ts';
import type { ComparableText, SharedArticles, SimilarityOptions, SimilarityResult } from '#core/comparison/similarity/similarity.ts';
import { textArticles } from '#core/comparison/similarity/textArticles.ts';
import { renderText } from '#core/document/renderText.ts';
import { titleOf } from '#core/document/titleOf.ts';

/** So many of the texts that seem closest are compared article by article. */
const closestTried = 4;

/**
 * How alike many texts are: for each the closest other one, the group of copies it belongs to, its own articles and the topics it
 * leaves out; against a template too when one is given. Names of places and numbers count for nothing (articleKey.ts).
 * Every count of same and nearly same articles that comes out was found by matching the two texts themselves;
 * MinHash and the index of classes only say which pairs are worth it.
 * @param texts read one after the other and not kept: a generator that loads them as it goes holds one in memory at a time
 */
export function similarityOf(texts: Iterable<ComparableText>, options: SimilarityOptions = {}): SimilarityResult {
  const { template, topics = conventionTopics, onProgress = () => undefined } = options;
  const pool = articlePool();
  const articles: Int32Array[] = [];
  const missing: string[][] = [];
  for (const { document, names } of texts) {
    const hidden = hiddenNames([...names, ...placeNames(titleOf(document))]);
    articles.push(Int32Array.from(textArticles(document), ({ text }) => pool.add(articleKey(text, hidden))));
    // A village called 清溪村 does not speak of its streams for that.
    missing.push(missingTopics(hidden.reduce((words, name) => words.replaceAll(name, ''), matchingText(renderText(document))), topics));
  }
  const articlesOf = (text: number) => articles[text] ?? new Int32Array(0);
  const classes = nearClasses(pool, (share) => onProgress(share * 0.6));
  const shared = sharedClasses(articles.map((list) => Int32Array.from(new Set(list.map((article) => classes[article] ?? article))).sort()));

  const isLeftOut = (text: number) => text === template;
  const groups = groupTexts(articles.length, { articlesOf, pool, shared }, isLeftOut);
  onProgress(0.8);
  const groupOf = new Map(groups.flatMap(({ members }, group) => members.map(({ text }) => [text, group] as const)));

  return {
    groups,
    texts: articles.map((own, text) => {
      if (text % 64 === 0) onProgress(0.8 + (0.2 * text) / articles.length);
      const missingHere = missing[text] ?? [];
      const group = groupOf.get(text) ?? null;
      if (isLeftOut(text)) return { articles: own.length, closest: null, group, own: [], missingTopics: missingHere, template: null };
      // The index may have missed a nearly same article; what was matched in full outweighs it.
      const isAlone = new Set([...own.keys()].filter((at) => shared.textsWith(classes[own[at] ?? 0] ?? 0) <= 1));
      const matchWith = (other: number) => {
        const match = matchArticles(own, articlesOf(other), pool);
        const left = new Set(match.onlyFirst);
        for (const at of isAlone) if (!left.has(at)) isAlone.delete(at);
        return match;
      };
      const match = template === undefined ? undefined : matchWith(template);
      const model = group === null ? undefined : groups[group]?.model;
      const closest = closestOf(text, model === text ? undefined : model, matchWith);
      return {
        articles: own.length,
        closest,
        group,
        own: [...isAlone],
        missingTopics: missingHere,
        template: match === undefined ? null : { same: match.same, near: match.near, missing: match.onlySecond },
      };
    }),
  };

  /** The model of the text's group is tried in any case: nobody is told of a closest text that is farther away. */
  function closestOf(text: number, model: number | undefined, matchWith: (other: number) => ArticleMatch): SharedArticles | null {
    const tried = new Set(shared.best(text, closestTried, (candidate) => !isLeftOut(candidate)));
    if (model !== undefined) tried.add(model);
    let best: Found | null = null;
    for (const other of tried) {
      const { same, near } = matchWith(other);
      const found = { text: other, same, near, length: articlesOf(other).length };
      if (best === null || isCloser(found, best)) best = found;
    }
    return best === null || best.same + best.near === 0 ? null : { text: best.text, same: best.same, near: best.near };
  }
}

type Found = SharedArticles & { length: number };

/** More shared articles, then more of them word by word, then the shorter text. */
function isCloser(one: Found, other: Found): boolean {
  const difference = one.same + one.near - other.same - other.near || one.same - other.same || other.length - one.length;
  return difference > 0;
}
