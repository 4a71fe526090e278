/**
 * The distinct pairs of neighbouring characters of a key, each packed into 32 bits without loss, in ascending order.
 * Pairs and not longer runs: in an article of 60 characters one word in ten changed spares most pairs, but few runs of five.
 */
export function shingles(key: string): Uint32Array {
  if (key.length === 1) return Uint32Array.of(key.charCodeAt(0) << 16);
  const pairs = new Uint32Array(Math.max(0, key.length - 1));
  for (let index = 0; index < pairs.length; index += 1) pairs[index] = (key.charCodeAt(index) << 16) | key.charCodeAt(index + 1);
  pairs.sort();
  let count = 0;
  for (let index = 0; index < pairs.length; index += 1) {
    const pair = pairs[index] ?? 0;
    if (count === 0 || pairs[count - 1] !== pair) {
      pairs[count] = pair;
      count += 1;
    }
  }
  return pairs.slice(0, count);
}

/** How many values two ascending lists share. */
function sharedCount(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  for (let at = 0, beside = 0; at < one.length && beside < other.length; ) {
    const left = one[at] ?? 0;
    const right = other[beside] ?? 0;
    if (left === right) {
      shared += 1;
      at += 1;
      beside += 1;
    } else if (left < right) at += 1;
    else beside += 1;
  }
  return shared;
}

/** Two articles are nearly the same when they share so much of their pairs (Dice): about one character in five may differ. */
export const nearLikeness = 0.6;

/** Dice's coefficient of two lists of shingles, 0–1. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  const total = one.length + other.length;
  return total === 0 ? 0 : (2 * sharedCount(one, other)) / total;
}
