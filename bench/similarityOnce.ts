import { plantedTexts } from '#core/comparison/similarity/plantedTexts.ts';
import { similarityOf } from '#core/comparison/similarity/similarityOf.ts';
import { plantedCounty, type similarityRunSchema } from '#bench/similarity.ts';
import type { z } from 'zod';

const given = plantedCounty(Number(process.argv[2]));
const texts = plantedTexts(given);
let making = 0;
let peak = 0;
const resident = () => process.memoryUsage().rss / 1024 / 1024;
const before = resident();

/** Counts out what it takes to make a text up. */
function* timed() {
  for (;;) {
    const start = performance.now();
    const next = texts.next();
    making += performance.now() - start;
    if (next.done === true) return;
    yield next.value;
  }
}

const start = performance.now();
const result = similarityOf(timed(), {
  onProgress: () => {
    peak = Math.max(peak, resident());
  },
});
const spent = performance.now() - start - making;
peak = Math.max(peak, resident());

let found = 0;
let strangers = 0;
let first = 0;
for (const size of given.groups) {
  const planted = (text: number) => text >= first && text < first + size;
  const group = result.groups.find(({ model }) => planted(model));
  const inside = group?.members.filter(({ text }) => planted(text)).length ?? 0;
  found += inside;
  strangers += (group?.members.length ?? 0) - inside;
  first += size;
}
process.stdout.write(JSON.stringify({ spent, memory: peak - before, recall: found / first, strangers } satisfies z.infer<typeof similarityRunSchema>));
