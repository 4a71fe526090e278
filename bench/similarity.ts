import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { articleKey, hiddenNames } from '#core/comparison/similarity/articleKey.ts';
import { articlePool } from '#core/comparison/similarity/articlePool.ts';
import { matchArticles } from '#core/comparison/similarity/matchArticles.ts';
import { plantedTexts } from '#core/comparison/similarity/plantedTexts.ts';
import { textArticles } from '#core/comparison/similarity/textArticles.ts';
import { projectRoot } from '#scripts/projectRoot.ts';
import type { BenchResult } from '#bench/benchResult.ts';

const articles = 40;
/** Villages of a county. */
const county = 2_102;

/** What one run in a process of its own reports. */
export const similarityRunSchema = z.object({
  /** ms to compare, without making the texts up */
  spent: z.number(),
  /** MB above what the process had before it began */
  memory: z.number(),
  /** the share of planted copies that were found in the group of their model */
  recall: z.number(),
  /** texts in a group that were not planted in it */
  strangers: z.number(),
});
type SimilarityRun = z.infer<typeof similarityRunSchema>;

/** Three groups of copies that are a quarter of all texts, in each of which a fifth of the articles was reworded. */
export function plantedCounty(texts: number) {
  return { texts, articles, groups: [Math.round(texts * 0.15), Math.round(texts * 0.08), Math.round(texts * 0.02)], edited: 0.2, seed: 7 };
}

/** A process of its own, whose peak of memory is that of this one task. */
async function runOnce(texts: number): Promise<SimilarityRun> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', 'bench/similarityOnce.ts', String(texts)], { cwd: projectRoot });
  return similarityRunSchema.parse(JSON.parse(stdout));
}

/** ms for one pair when every text is held against every other article by article, on a sample of texts. */
function allPairs(sample: number): number {
  const pool = articlePool();
  const texts = [...plantedTexts(plantedCounty(county))].filter((_text, index) => index % Math.floor(county / sample) === 0);
  const keys = texts.map(({ document, names }) => textArticles(document).map(({ text }) => pool.add(articleKey(text, hiddenNames(names)))));
  const start = performance.now();
  let pairs = 0;
  keys.forEach((one, index) => {
    for (const other of keys.slice(index + 1)) {
      matchArticles(one, other, pool);
      pairs += 1;
    }
  });
  return (performance.now() - start) / pairs;
}

/** All villages of a county against each other: texts a second, memory as it grows, copies found, and the way over all pairs. */
export async function benchSimilarity(): Promise<BenchResult[]> {
  const few = await runOnce(500);
  const half = await runOnce(1_000);
  const all = await runOnce(county);
  const pairs = (county * (county - 1)) / 2;
  const theirs = allPairs(200) * pairs;
  return [
    {
      name: `${county} conventions of ${articles} articles grouped`,
      peer: 'all pairs article by article, 200 texts, extrapolated',
      unit: 'ms',
      ours: all.spent,
      theirs,
      ratio: theirs / all.spent,
      goal: 5,
      remark: `${Math.round((county * 1000) / all.spent)} texts a second`,
    },
    { name: `memory for ${county} conventions`, peer: 'memory for 500', unit: 'MB', ours: all.memory, theirs: few.memory, ratio: few.memory / all.memory, limit: 3, remark: `${half.memory.toFixed(0)} MB for 1000` },
    { name: `planted copies found among ${county}`, peer: 'all that were planted', unit: '%', ours: 100 * all.recall, theirs: 100, ratio: all.recall, goal: 0.98, remark: `${all.strangers} strangers in the groups` },
  ];
}
