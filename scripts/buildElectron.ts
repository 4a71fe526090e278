import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const programs = ['main', 'worker', 'preload'];

/** Bundles the desktop host into dist/electron: main.js, worker.cjs and preload.cjs. */
export async function buildElectron(root: string): Promise<void> {
  rmSync(join(root, 'dist', 'electron'), { recursive: true, force: true });
  for (const mode of programs) {
    await build({ root, configFile: join(root, 'vite.electron.config.ts'), mode, logLevel: 'warn' });
  }
}

if (import.meta.main) await buildElectron(join(import.meta.dirname, '..'));
