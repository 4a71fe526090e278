import { join } from 'node:path';
import { buildIfStale } from '#scripts/buildIfStale.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

export const rendererFolder = join(projectRoot, 'dist', 'renderer');

async function bundle(outDir: string): Promise<void> {
  const { build } = await import('vite');
  const environment = process.env['NODE_ENV'];
  // A test runner sets NODE_ENV=test, with which Vite would bundle React for development.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile: join(projectRoot, 'vite.config.ts'), logLevel: 'error', build: { outDir } });
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
  }
}

/** Bundles the interface into dist/renderer unless it is there already. */
export async function buildRenderer(): Promise<void> {
  await buildIfStale({
    folder: rendererFolder,
    entry: 'index.html',
    sources: ['renderer/**/*', 'core/**/*.ts', 'contract/**/*.ts', 'vite.config.ts'],
    build: bundle,
  });
}
