import type { ImporterSeeds } from '#backend/documents/import/fuzzing/importerSeeds.ts';
import { randomFrom } from '#backend/documents/import/fuzzing/mutate.ts';
import { createWorkers } from '#backend/workers/createWorkers.ts';
import { documentSchema } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';

/** An input that broke more than itself: `run` counts from 0 within the seed. */
type FuzzFailure = { run: number; what: string; bytes: Uint8Array };
export type FuzzReport = { importer: string; runs: number; read: number; refused: number; slowest: number; failures: FuzzFailure[] };

const patience = 5_000;
const mostMemory = 1_500 * 1024 * 1024;

/**
 * Reads spoilt files in the thread in which the application reads them, parser included. Every input must give a document or be refused with a
 * DomainError, in 5 seconds and within bounds of memory. The same seed gives the same inputs, each of them by its run alone.
 * `slowest` is in milliseconds.
 */
export async function fuzzImporter(seeds: ImporterSeeds, seed: number, runs: number, resourceFolder: string): Promise<FuzzReport> {
  const workers = createWorkers(new URL('../../../workers/worker.ts', import.meta.url), resourceFolder, { readConvention: patience });
  const report: FuzzReport = { importer: seeds.name, runs, read: 0, refused: 0, slowest: 0, failures: [] };
  try {
    const memoryBefore = process.memoryUsage.rss();
    for (let run = 0; run < runs; run += 1) {
      const bytes = spoiltFile(seeds, seed, run);
      const start = performance.now();
      try {
        // The thread gets a copy, so that a failing input can be reported.
        const { document } = await workers.run('readConvention', { name: seeds.fileName, bytes });
        documentSchema.parse(document);
        report.read += 1;
      } catch (error) {
        const isSound = error instanceof DomainError && error.code !== 'FILE_TOO_SLOW' && error.detail !== '内容过多';
        if (isSound) report.refused += 1;
        else report.failures.push({ run, what: error instanceof Error ? (error.stack ?? error.message) : String(error), bytes });
      }
      report.slowest = Math.max(report.slowest, performance.now() - start);
      const grown = process.memoryUsage.rss() - memoryBefore;
      if (grown > mostMemory) {
        report.failures.push({ run, what: `The memory grew by ${Math.round(grown / 1024 / 1024)} MB`, bytes });
        break;
      }
    }
  } finally {
    await workers.close();
  }
  return report;
}

/** The input of a run: the sound file where the random numbers say so once in a hundred, else a spoilt one. */
function spoiltFile({ name, files, spoil }: ImporterSeeds, seed: number, run: number): Uint8Array {
  const salt = [...name].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7);
  const random = randomFrom(Math.imul(seed ^ salt, 0x9e3779b1) + run);
  const file = files[random(files.length)];
  const other = files[random(files.length)];
  if (file === undefined || other === undefined) throw new Error(`no files for ${name}`);
  return random(100) === 0 ? file : spoil(file, other, random);
}
