import { join } from 'node:path';
import { buildIfStale } from '#scripts/buildIfStale.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

const folder = join(projectRoot, 'dist', 'host');
const entry = 'openApplication.js';

/** server/openApplication.ts as one file. */
export const hostProgram = join(folder, entry);

async function bundle(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(projectRoot, 'server', 'openApplication.ts'),
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        // Native code stays outside; the errors are one class with those that the starting script knows.
        external: [/^better-sqlite3(?:\/|$)/u, /core\/errors\.ts$/u],
        output: { entryFileNames: entry },
      },
    },
  });
}

/** Bundles what stands behind the page: loading it as some six hundred files takes most of the time of a start. */
export async function buildHost(): Promise<void> {
  await buildIfStale({ folder, entry, sources: ['{core,contract,backend,server}/**/*.ts'], build: bundle });
}
