import { randomInt } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzImporter } from '#backend/documents/import/fuzzing/fuzzImporter.ts';
import { importerSeeds } from '#backend/documents/import/fuzzing/importerSeeds.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

/**
 * `node scripts/fuzzImporters.ts [--seed N] [--runs N]` reads spoilt files with every importer: a seed of its own each time unless one
 * is given, 2,000 runs an importer. Inputs that break something are kept in a temporary folder; the exit status is then 1.
 */
async function fuzzImporters(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, runs: { type: 'string' } } });
  const seed = Number(values.seed ?? randomInt(0, 2 ** 31));
  const runs = Number(values.runs ?? 2_000);
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs)) throw new Error('--seed and --runs take whole numbers');
  process.stdout.write(`seed ${seed}, ${runs} runs an importer\n`);
  let failed = 0;
  for (const seeds of importerSeeds) {
    const { read, refused, slowest, failures } = await fuzzImporter(seeds, seed, runs, join(projectRoot, 'resources'));
    process.stdout.write(`${seeds.name.padEnd(5)} ${read} read, ${refused} refused, slowest ${Math.round(slowest)} ms, ${failures.length} failed\n`);
    failed += failures.length;
    if (failures.length === 0) continue;
    const folder = mkdtempSync(join(tmpdir(), 'xiangyue-fuzz-'));
    for (const { run, what, bytes } of failures) {
      const path = join(folder, `${seed}-${run}${extname(seeds.fileName)}`);
      writeFileSync(path, bytes);
      process.stdout.write(`  ${path}\n  ${what.split('\n').slice(0, 4).join('\n  ')}\n`);
    }
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

await fuzzImporters();
