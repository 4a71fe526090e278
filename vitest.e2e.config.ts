import { defineConfig } from 'vitest/config';

/** Journeys through the interface of a real host in a real browser: one at a time, never retried. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.spec.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    retry: 0,
    // A slow machine takes its time; a wrong state stays wrong.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
