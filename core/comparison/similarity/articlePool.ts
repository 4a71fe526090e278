import { likeness, nearLikeness, shingles } from '#core/comparison/similarity/shingles.ts';

/** The distinct articles of many texts, each kept once as its shingles. */
export type ArticlePool = {
  /** The number of an article with this key: the one it got before, or the next. */
  add(key: string): number;
  readonly size: number;
  shinglesOf(article: number): Uint32Array;
  /** Dice's coefficient of two articles where it reaches `nearLikeness`, else 0. */
  nearness(one: number, other: number): number;
};

/**
 * 256 bits an article, one of them set by each pair. A bit that only one article has is a pair that the other lacks: eight words tell
 * of most articles that they cannot be near, without a look at their pairs.
 */
const sketchWords = 8;

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function articlePool(): ArticlePool {
  const known = new Map<number, number>();
  let size = 0;
  let starts = new Uint32Array(1_024);
  let lengths = new Uint32Array(1_024);
  let data = new Uint32Array(65_536);
  let sketches = new Uint32Array(1_024 * sketchWords);

  const shinglesOf = (article: number) => data.subarray(starts[article] ?? 0, starts[article + 1] ?? 0);
  return {
    get size() {
      return size;
    },
    shinglesOf,
    nearness(one, other) {
      const oneSize = (starts[one + 1] ?? 0) - (starts[one] ?? 0);
      const otherSize = (starts[other + 1] ?? 0) - (starts[other] ?? 0);
      const needed = (nearLikeness * (oneSize + otherSize)) / 2;
      if (Math.min(oneSize, otherSize) < needed) return 0;
      let onlyOne = 0;
      let onlyOther = 0;
      for (let word = 0; word < sketchWords; word += 1) {
        const left = sketches[one * sketchWords + word] ?? 0;
        const right = sketches[other * sketchWords + word] ?? 0;
        onlyOne += bitCount(left & ~right);
        onlyOther += bitCount(right & ~left);
        if (oneSize - onlyOne < needed || otherSize - onlyOther < needed) return 0;
      }
      const found = likeness(shinglesOf(one), shinglesOf(other));
      return found >= nearLikeness ? found : 0;
    },
    add(key) {
      const pairs = shingles(key);
      // Two keys with one hash of 53 bits are told apart by their pairs; the next free number is then tried.
      let hash = hashOf(key);
      for (;;) {
        const found = known.get(hash);
        if (found === undefined) break;
        if (lengths[found] === key.length && isEqual(shinglesOf(found), pairs)) return found;
        hash += 1;
      }
      if (size + 2 > starts.length) {
        starts = grown(starts, size + 2);
        lengths = grown(lengths, size + 2);
        sketches = grown(sketches, starts.length * sketchWords);
      }
      const start = starts[size] ?? 0;
      if (start + pairs.length > data.length) data = grown(data, start + pairs.length);
      data.set(pairs, start);
      starts[size + 1] = start + pairs.length;
      lengths[size] = key.length;
      for (const pair of pairs) {
        const bit = Math.imul(pair, 0x9e3779b1) >>> 24;
        const word = size * sketchWords + (bit >>> 5);
        sketches[word] = (sketches[word] ?? 0) | (1 << (bit & 31));
      }
      known.set(hash, size);
      size += 1;
      return size - 1;
    },
  };
}

function grown(values: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, Math.ceil(values.length * 1.5)));
  larger.set(values);
  return larger;
}

function isEqual(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** FNV-1a in two lanes, joined to 53 bits. */
function hashOf(key: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 15);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
