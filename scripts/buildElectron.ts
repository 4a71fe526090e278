import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const programs = ['main', 'worker', 'preload'];

/** Bundles the desktop host, usually into dist/electron: main.js, worker.cjs and preload.cjs. */
export async function buildElectron(root: string, outDir = join(root, 'dist', 'electron')): Promise<void> {
  rmSync(outDir, { recursive: true, force: true });
  for (const mode of programs) {
    await build({ root, configFile: join(root, 'vite.electron.config.ts'), mode, logLevel: 'warn', build: { outDir } });
  }
}

if (import.meta.main) await buildElectron(join(import.meta.dirname, '..'));
