import { defineConfig } from 'vitest/config';

// A file of its own: vite.config.ts builds the window's pages from another root.
export default defineConfig({
  test: { include: ['{core,contract,backend,server,cli,electron,renderer,scripts,bench}/**/*.test.{ts,tsx}'] },
});
