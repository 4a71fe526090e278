import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The three programs of the desktop host. The worker and the sandboxed preload can only be CommonJS files of one piece. */
const programs = {
  main: { entry: 'electron/main/main.ts', format: 'es', file: 'main.js' },
  worker: { entry: 'backend/workers/worker.ts', format: 'cjs', file: 'worker.cjs' },
  preload: { entry: 'electron/preload/preload.ts', format: 'cjs', file: 'preload.cjs' },
} as const;

/** Programs by name, in the order in which they are built. */
export const electronPrograms = Object.keys(programs) as (keyof typeof programs)[];

/** What stays outside the bundles: the runtime itself and packages with native code or fonts. electron-builder.yml packs the same ones. */
const external = [/^electron$/u, /^better-sqlite3(?:\/|$)/u, /^@myriaddreamin\//u, /^@expo-google-fonts\//u];

export default defineConfig(({ mode }) => {
  const name = electronPrograms.find((program) => program === mode);
  if (name === undefined) throw new Error(`unknown program ${mode}`);
  const { entry, format, file } = programs[name];
  return {
    configFile: false,
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: fileURLToPath(new URL(entry, import.meta.url)),
      outDir: fileURLToPath(new URL('dist/electron', import.meta.url)),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: { external, output: { format, entryFileNames: file, codeSplitting: false } },
    },
  };
});
