import { parseArgs } from 'node:util';
import type { BenchResult } from '#bench/benchResult.ts';
import { resultTable } from '#bench/resultTable.ts';

/** Loaded one by one: what one measurement brings into memory is not there for the others. */
const benches: Record<string, () => Promise<BenchResult[]>> = {
  parsing: async () => (await import('./parsing.ts')).benchParsing(),
  importing: async () => (await import('./importing.ts')).benchImporting(),
  importingFolder: async () => (await import('./importingFolder.ts')).benchImportingFolder(),
  comparing: async () => (await import('./comparing.ts')).benchComparing(),
  freezing: async () => (await import('./freezing.ts')).benchFreezing(),
  saving: async () => (await import('./saving.ts')).benchSaving(),
  listing: async () => (await import('./listing.ts')).benchListing(),
  starting: async () => (await import('./starting.ts')).benchStarting(),
  similarity: async () => (await import('./similarity.ts')).benchSimilarity(),
  typing: async () => (await import('./typing.ts')).benchTyping(),
  typesetting: async () => (await import('./typesetting.ts')).benchTypesetting(),
};

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`没有这项测量：${unknown.join('、')}。可选：${Object.keys(benches).join('、')}\n`);
  process.exit(2);
}

const results: BenchResult[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (process.stderr.isTTY) process.stderr.write(`${name}……\n`);
  // Measured one after another: two at a time would share the processor.
  results.push(...(await bench()));
}
process.stdout.write(values.json ? `${JSON.stringify(results, undefined, 2)}\n` : resultTable(results));
