import { bands } from '#core/comparison/similarity/minHash.ts';

const slotBits = 16;
const slots = 1 << slotBits;

/** Which articles agree in a band: one table of chains per band, in typed arrays that do not grow with use. */
export type BandTable = {
  add(article: number): void;
  /** Each article in the table that agrees with this one in at least one band, once. */
  candidatesOf(article: number): number[];
  clear(): void;
};

/** @param keys band keys of all articles, `bands` for each */
export function bandTable(keys: Int32Array, count: number): BandTable {
  const heads = new Int32Array(bands * slots).fill(-1);
  const nexts = new Int32Array(bands * count).fill(-1);
  const seenFor = new Int32Array(count).fill(-1);
  const slotOf = (band: number, key: number) => band * slots + ((key ^ (key >>> slotBits)) & (slots - 1));
  return {
    add(article) {
      for (let band = 0; band < bands; band += 1) {
        const slot = slotOf(band, keys[article * bands + band] ?? 0);
        nexts[article * bands + band] = heads[slot] ?? -1;
        heads[slot] = article;
      }
    },
    clear() {
      heads.fill(-1);
      seenFor.fill(-1);
    },
    candidatesOf(article) {
      const found: number[] = [];
      for (let band = 0; band < bands; band += 1) {
        const key = keys[article * bands + band] ?? 0;
        for (let other = heads[slotOf(band, key)] ?? -1; other >= 0; other = nexts[other * bands + band] ?? -1) {
          if (seenFor[other] === article || other === article || keys[other * bands + band] !== key) continue;
          seenFor[other] = article;
          found.push(other);
        }
      }
      return found;
    },
  };
}
