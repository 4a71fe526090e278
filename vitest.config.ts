import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,contract,backend,server,cli,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', '.build/**'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
