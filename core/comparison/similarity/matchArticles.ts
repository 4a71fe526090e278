import type { ArticlePool } from '#core/comparison/similarity/articlePool.ts';

/** Which articles two texts share; each article is counted once on its side. Indexes are 0-based positions in the texts. */
export type ArticleMatch = {
  same: number;
  near: number;
  /** articles of the first text without a counterpart */
  onlyFirst: number[];
  onlySecond: number[];
};

/** Matches the articles of two texts one to one: the same ones first, then the most alike of the others. Order does not count. */
export function matchArticles(first: ArrayLike<number>, second: ArrayLike<number>, pool: ArticlePool): ArticleMatch {
  const places = new Map<number, number[]>();
  for (let at = second.length - 1; at >= 0; at -= 1) {
    const article = second[at] ?? -1;
    const list = places.get(article);
    if (list === undefined) places.set(article, [at]);
    else list.push(at);
  }
  const isTaken = new Uint8Array(second.length);
  const left: number[] = [];
  let same = 0;
  for (let at = 0; at < first.length; at += 1) {
    const place = places.get(first[at] ?? -1)?.pop();
    if (place === undefined) left.push(at);
    else {
      isTaken[place] = 1;
      same += 1;
    }
  }
  const free: number[] = [];
  for (let at = 0; at < second.length; at += 1) if (isTaken[at] === 0) free.push(at);

  const pairs: { at: number; place: number; found: number }[] = [];
  for (const at of left) {
    for (const place of free) {
      const found = pool.nearness(first[at] ?? 0, second[place] ?? 0);
      if (found > 0) pairs.push({ at, place, found });
    }
  }
  pairs.sort((one, other) => other.found - one.found || one.at - other.at || one.place - other.place);
  const isMatched = new Set<number>();
  for (const { at, place } of pairs) {
    if (isMatched.has(at) || isTaken[place] === 1) continue;
    isMatched.add(at);
    isTaken[place] = 1;
  }
  return {
    same,
    near: isMatched.size,
    onlyFirst: left.filter((at) => !isMatched.has(at)),
    onlySecond: free.filter((place) => isTaken[place] === 0),
  };
}
