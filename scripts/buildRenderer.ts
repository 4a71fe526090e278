import { globSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#scripts/projectRoot.ts';

export const rendererFolder = join(projectRoot, 'dist', 'renderer');

function newestSource(): number {
  const patterns = ['renderer/**/*', 'core/**/*.ts', 'contract/**/*.ts', 'vite.config.ts', 'package-lock.json'];
  const files = globSync(patterns, { cwd: projectRoot });
  return Math.max(...files.map((file) => statSync(join(projectRoot, file)).mtimeMs));
}

function isFresh(): boolean {
  const built = statSync(join(rendererFolder, 'index.html'), { throwIfNoEntry: false });
  return built !== undefined && built.mtimeMs >= newestSource();
}

/** Bundles the interface into dist/renderer unless what is there is newer than every source. */
export async function buildRenderer(): Promise<void> {
  if (isFresh()) return;
  const { build } = await import('vite');
  // Put in place as a whole, so that a host that serves the former build meanwhile never serves half of each.
  const fresh = `${rendererFolder}.${process.pid}`;
  const environment = process.env['NODE_ENV'];
  // A test runner sets NODE_ENV=test, with which Vite would bundle React for development.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile: join(projectRoot, 'vite.config.ts'), logLevel: 'error', build: { outDir: fresh } });
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
  }
  rmSync(rendererFolder, { recursive: true, force: true });
  renameSync(fresh, rendererFolder);
}
