import { buildVocabulary } from '#core/comparison/articleTerms.ts';
import { assignArticles, type Texts } from '#core/comparison/assignArticles.ts';
import type { ComparisonRow } from '#core/comparison/comparison.ts';
import { comparisonKey, matchingText, simplifiedKey } from '#core/comparison/comparisonKey.ts';
import { findGroups, type Group } from '#core/comparison/findGroups.ts';
import { heaviestChain } from '#core/comparison/heaviestChain.ts';
import { weighTerms } from '#core/comparison/pairEvidence.ts';

/** An article without its printed number; `heading` is what it stands under. */
export type ComparableArticle = { id?: string; text: string; heading?: string };

/**
 * Aligns two texts article by article as one assignment over the whole: shared ids first, else wording, matters,
 * position, neighbours and headings; then splits and merges; the heaviest chain of articles in order stays, the others moved.
 * Number, white space, width and punctuation alone make no change. Rows come in the order of the new text, deleted
 * articles where they stood.
 * @returns rows in which each 0-based index of either side stands exactly once.
 */
export function compareArticles(
  old: readonly ComparableArticle[],
  now: readonly ComparableArticle[],
): ComparisonRow[] {
  const untouched = commonTexts(old.map(({ text }) => text), now.map(({ text }) => text));
  // What stands word by word on both sides needs no key: most of a revised text is untouched.
  const keyOf = ({ text }: ComparableArticle) => (untouched.has(text) ? text : comparisonKey(text));
  const oldKeys = old.map(keyOf);
  const newKeys = now.map(keyOf);
  const settled = commonTexts(oldKeys, newKeys);
  const openText = (key: string) => (settled.has(key) ? '' : simplifiedKey(key));
  const oldTexts = oldKeys.map(openText);
  const newTexts = newKeys.map(openText);
  const { terms, weights } = buildVocabulary([...oldTexts, ...newTexts]);
  const weighed = terms.map((article) => weighTerms(article, weights));
  const texts: Texts = {
    old: old.map((article, index) => ({
      id: article.id,
      key: oldKeys[index] ?? '',
      heading: article.heading === undefined ? undefined : matchingText(article.heading),
      terms: weighed[index] ?? emptyTerms,
    })),
    new: now.map((article, index) => ({
      id: article.id,
      key: newKeys[index] ?? '',
      heading: article.heading === undefined ? undefined : matchingText(article.heading),
      terms: weighed[old.length + index] ?? emptyTerms,
    })),
    weights,
  };
  const groups = findGroups(texts, assignArticles(texts));
  return inReadingOrder(nameOperations(groups, texts), now.length);
}

/** What stands equally often on both sides: these articles found each other and are looked at no further. */
function commonTexts(old: readonly string[], now: readonly string[]): Set<string> {
  const newCounts = countsOf(now);
  return new Set([...countsOf(old)].flatMap(([text, count]) => (newCounts.get(text) === count ? [text] : [])));
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const nothing = new Int32Array(0);
const emptyTerms = weighTerms({ characters: nothing, pairs: nothing, topics: nothing, rare: nothing, opening: nothing }, new Float64Array(0));

function nameOperations(groups: readonly Group[], texts: Texts): ComparisonRow[] {
  const joined = groups.filter((group) => group.main !== undefined).sort((a, b) => (a.main?.old ?? 0) - (b.main?.old ?? 0));
  // Of two orders equally long the one is read more easily in which the unchanged articles moved: no article did both.
  const staying = new Set(
    heaviestChain(
      joined.map((group) => group.main?.new ?? 0),
      joined.map((group) => 1 - 0.01 * group.likeness),
    ).map((position) => joined[position]),
  );
  return groups.map((group): ComparisonRow => {
    const sides = { old: group.old, new: group.new };
    if (group.main === undefined) return { op: group.old.length > 0 ? 'delete' : 'insert', ...sides };
    if (group.new.length > 1) return { op: 'split', ...sides };
    if (group.old.length > 1) return { op: 'merge', ...sides };
    const isSame = texts.old[group.main.old]?.key === texts.new[group.main.new]?.key;
    if (staying.has(group)) return { op: isSame ? 'same' : 'edit', ...sides };
    return isSame ? { op: 'move', ...sides } : { op: 'move', edited: true, ...sides };
  });
}

/** New order; a deleted article follows the article that stood before it. */
function inReadingOrder(rows: readonly ComparisonRow[], newCount: number): ComparisonRow[] {
  const placeOf = new Map<number, number>();
  for (const row of rows) {
    const place = row.new[0];
    if (place !== undefined && row.op !== 'move') for (const index of row.old) placeOf.set(index, place);
  }
  const placed = rows.map((row) => {
    const own = row.new[0];
    if (own !== undefined) return { row, place: own, rank: -1 };
    const index = row.old[0] ?? 0;
    return { row, place: 0, rank: index };
  });
  // One walk down the old text gives every deleted article the place of its nearest predecessor that is still there.
  const deleted = placed.filter((entry) => entry.rank >= 0).sort((a, b) => a.rank - b.rank);
  let place = -1;
  let at = 0;
  for (const entry of deleted) {
    for (; at < entry.rank; at += 1) place = Math.max(place, placeOf.get(at) ?? -1);
    entry.place = Math.min(place, newCount - 1);
  }
  return placed.sort((a, b) => a.place - b.place || a.rank - b.rank).map((entry) => entry.row);
}
