import type { ArticlePool } from '#core/comparison/similarity/articlePool.ts';
import { bandTable } from '#core/comparison/similarity/bandTable.ts';
import { bands, writeBandKeys } from '#core/comparison/similarity/minHash.ts';

/**
 * Puts every distinct article into a class of articles that are nearly the same: the class number is the article that
 * leads it. Candidates come from MinHash bands (minHash.ts) and each is verified. An article joins the leader that it is most
 * like and never another member, so that a chain of small edits does not end in an article that shares nothing with the first.
 * @param onProgress gets 0–1
 */
export function nearClasses(pool: ArticlePool, onProgress: (share: number) => void = () => undefined): Int32Array {
  const { size } = pool;
  const keys = new Int32Array(size * bands);
  const classes = new Int32Array(size).fill(-1);
  const table = bandTable(keys, size);
  for (let article = 0; article < size; article += 1) {
    if (article % 1_024 === 0) onProgress((0.8 * article) / size);
    writeBandKeys(pool.shinglesOf(article), keys, article * bands);
    const leader = nearest(pool, article, table.candidatesOf(article));
    classes[article] = leader ?? article;
    if (leader === undefined) table.add(article);
  }

  // A class of one may still be near a mere member of another class: then it stands nowhere alone.
  const members = new Int32Array(size);
  for (const leader of classes) members[leader] = (members[leader] ?? 0) + 1;
  table.clear();
  for (let article = 0; article < size; article += 1) if (classes[article] !== article) table.add(article);
  for (let article = 0; article < size; article += 1) {
    if (article % 1_024 === 0) onProgress(0.8 + (0.2 * article) / size);
    if (classes[article] !== article || members[article] !== 1) continue;
    const near = nearest(pool, article, table.candidatesOf(article));
    if (near !== undefined) classes[article] = classes[near] ?? article;
  }
  return classes;
}

function nearest(pool: ArticlePool, article: number, candidates: readonly number[]): number | undefined {
  let best: number | undefined;
  let highest = 0;
  for (const candidate of candidates) {
    const found = pool.nearness(article, candidate);
    if (found > highest) {
      highest = found;
      best = candidate;
    }
  }
  return best;
}
