import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserWindow } from './browserWindow.ts';

type Launched = {
  /** a folder for everything that the application and the test write */
  work: string;
  dataFolder: string;
  bundles: string;
  electron: typeof import('./electron.ts');
  window: BrowserWindow;
  openPage: () => ReturnType<typeof import('./runPreload.ts').runPreload>;
  /** Waits until the window has loaded an address. */
  pageLoaded: (address: string) => Promise<void>;
  remove: () => void;
};

type LaunchOptions = {
  root: string;
  build: (outDir: string) => Promise<void>;
  /** Prepares the data folder; returns what follows on the command line. */
  prepare: (folders: { work: string; dataFolder: string }) => Promise<string[]> | string[];
};

/**
 * Builds the bundles and runs the main process in this process, with the stand-in wherever it imports `electron`.
 * Once in a process: the application is one.
 */
export async function launchBundles({ root, build, prepare }: LaunchOptions): Promise<Launched> {
  const work = mkdtempSync(join(tmpdir(), '乡约 桌面-'));
  const dataFolder = join(work, '数据');
  // Inside the repository, so that what the bundles leave outside is found in its node_modules.
  mkdirSync(join(root, '.build'), { recursive: true });
  const place = mkdtempSync(join(root, '.build', 'desktop-'));
  const bundles = join(place, 'dist', 'electron');
  await build(bundles);
  mkdirSync(join(place, 'dist', 'renderer'));
  writeFileSync(join(place, 'dist', 'renderer', 'index.html'), '<p>乡约界面</p>');
  writeFileSync(join(place, 'dist', 'secret.txt'), '外面');
  symlinkSync(join(root, 'resources'), join(place, 'resources'), 'junction');

  const standInFile = join(import.meta.dirname, 'electron.ts');
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' ? { url: pathToFileURL(standInFile).href, shortCircuit: true } : next(specifier, context),
  });
  // Loaded by Node itself, as the bundle loads them, so that both share one instance.
  const load = createRequire(import.meta.url);
  const electron: typeof import('./electron.ts') = load(standInFile);
  const { runPreload }: typeof import('./runPreload.ts') = load(join(import.meta.dirname, 'runPreload.ts'));
  const { app, ipcMain } = electron;
  app.setPath('appData', work);
  app.setPath('documents', work);
  process.argv = ['electron', root, '--data', dataFolder, ...(await prepare({ work, dataFolder }))];
  const made = new Promise<void>((resolve) => {
    app.once('web-contents-created', () => resolve());
  });
  load(join(bundles, 'main.js'));
  await made;
  const [window] = app.windows;
  if (window === undefined) throw new Error('the application has made no window');
  return {
    work,
    dataFolder,
    bundles,
    electron,
    window,
    openPage: () => runPreload(join(bundles, 'preload.cjs'), window, ipcMain),
    pageLoaded: (address) =>
      new Promise((resolve) => {
        const check = () => {
          if (window.webContents.getURL() !== address) return;
          window.webContents.off('did-finish-load', check);
          resolve();
        };
        window.webContents.on('did-finish-load', check);
        check();
      }),
    remove: () => {
      rmSync(work, { recursive: true, force: true });
      rmSync(place, { recursive: true, force: true });
    },
  };
}
