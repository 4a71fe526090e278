import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fuzzImporter } from '#backend/documents/import/fuzzing/fuzzImporter.ts';
import { importerSeeds } from '#backend/documents/import/fuzzing/importerSeeds.ts';

const resourceFolder = fileURLToPath(new URL('../../../../resources', import.meta.url));

describe('two thousand spoilt files', () => {
  it.each(importerSeeds.map((seeds) => [seeds.name, seeds] as const))('of the kind %s are each read or refused', async (_name, seeds) => {
    const { failures, read, refused } = await fuzzImporter(seeds, 20261124, 2_000, resourceFolder);
    expect(failures.map(({ run, what }) => `${run}: ${what}`)).toEqual([]);
    expect(read).toBeGreaterThan(50);
    expect(read + refused).toBe(2_000);
  }, 120_000);
});
