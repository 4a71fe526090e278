import { diffChars, diffWordsWithSpace } from 'diff';
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';
import type { BenchResult } from '#bench/benchResult.ts';
import { interleavedMedians } from '#bench/interleavedMedians.ts';
import { revisedConvention } from '#bench/revisedConvention.ts';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { wordTokens } from '#core/comparison/wordTokens.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';

const rounds = 9;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A text as old and new; the peers compare the whole of it as one string, word by word where they can cut Chinese words. */
type Pair = { old: ConventionDocument; new: ConventionDocument };

/** Comparing two versions against three libraries over the whole text, how well the marks fall, and how the time grows. */
export async function benchComparing(): Promise<BenchResult[]> {
  const pair = revisedConvention(300, 170);
  const [oldText, newText] = [renderText(pair.old), renderText(pair.new)];
  const larger = revisedConvention(3000, 170);
  const dmp = new DiffMatchPatch();
  // The library stops after a second by default and answers with what it has: here it may finish.
  dmp.Diff_Timeout = 0;
  const [ours = Number.NaN, characters = Number.NaN, words = Number.NaN, patches = Number.NaN] = await interleavedMedians(
    rounds,
    [
      () => compareDocuments(pair.old, pair.new),
      () => diffChars(oldText, newText),
      () => diffWordsWithSpace(oldText, newText, { intlSegmenter: segmenter }),
      () => dmp.diff_main(oldText, newText),
    ].map((run) => ({ run })),
    6,
  );
  const [grown = Number.NaN, small = Number.NaN] = await interleavedMedians(
    rounds,
    [larger, pair].map(({ old, new: now }) => ({ run: () => compareDocuments(old, now) })),
  );
  const fastest = Math.min(characters, words, patches);
  const remark = `${oldText.length} characters, ${marksOf(pair)} marks, 0 words cut`;
  return [
    { name: 'comparing 300 articles', peer: 'fastest of the three below', unit: 'ms', ours, theirs: fastest, ratio: fastest / ours, goal: 10, remark },
    { name: 'comparing 300 articles', peer: 'diffChars of diff', unit: 'ms', ours, theirs: characters, ratio: characters / ours, remark: cut(diffChars(oldText, newText)) },
    {
      name: 'comparing 300 articles',
      peer: 'diffWords of diff',
      unit: 'ms',
      ours,
      theirs: words,
      ratio: words / ours,
      remark: cut(diffWordsWithSpace(oldText, newText, { intlSegmenter: segmenter })),
    },
    {
      name: 'comparing 300 articles',
      peer: 'diff-match-patch',
      unit: 'ms',
      ours,
      theirs: patches,
      ratio: patches / ours,
      remark: cut(dmp.diff_main(oldText, newText).map(([kind, value]) => ({ value, added: kind === 1, removed: kind === -1 }))),
    },
    { name: 'comparing 3,000 articles', peer: 'comparing 300', unit: 'ms', ours: grown, theirs: small, ratio: small / grown, limit: 15 },
  ];
}

function marksOf({ old, new: now }: Pair): number {
  const { rows, parts } = compareDocuments(old, now);
  return [...rows, ...parts].reduce((sum, { changes = [] }) => sum + changes.filter(({ kind }) => kind !== 'equal').length, 0);
}

type PeerChange = { value: string; added: boolean; removed: boolean };

/** How a peer's marks fall: their number, and how many begin or end inside a word, a date or an amount. */
function cut(changes: readonly PeerChange[]): string {
  let cuts = 0;
  for (const side of ['removed', 'added'] as const) {
    const other = side === 'removed' ? 'added' : 'removed';
    const kept = changes.filter((change) => !change[other]);
    const ends = new Set<number>();
    let end = 0;
    for (const token of wordTokens(kept.map(({ value }) => value).join(''), segmenter)) ends.add((end += token.length));
    let at = 0;
    for (const { value, [side]: isMarked } of kept) {
      if (isMarked && ((at > 0 && !ends.has(at)) || !ends.has(at + value.length))) cuts += 1;
      at += value.length;
    }
  }
  return `${changes.filter(({ added, removed }) => added || removed).length} marks, ${cuts} of them cut words`;
}
