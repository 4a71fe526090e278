import type { BrowserWindow } from 'electron';
import { channels } from '#electron/channels.ts';
import { chooseFile, readChosenFile } from '#electron/main/fileDialogs.ts';

export type PackageInbox = {
  /** Takes packages that somebody opened from the system, and brings the window to the front. */
  add(paths: readonly string[]): Promise<void>;
  /** Asks for a package and hands it over. */
  choose(): Promise<void>;
  /** The page listens: what came before is handed over. */
  pageIsReady(): Promise<void>;
};

/** Keeps opened packages until the page can take them. */
export function createPackageInbox(window: BrowserWindow): PackageInbox {
  let waiting: string[] = [];
  let isReady = false;
  const deliver = async () => {
    const paths = waiting;
    waiting = [];
    for (const path of paths) {
      const file = await readChosenFile(window, path);
      if (file !== undefined) window.webContents.send(channels.openPackage, file);
    }
  };
  return {
    async add(paths) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      waiting.push(...paths);
      if (isReady) await deliver();
    },
    async choose() {
      const file = await chooseFile(window, ['.xiangyue']);
      if (file !== undefined) window.webContents.send(channels.openPackage, file);
    },
    async pageIsReady() {
      isReady = true;
      await deliver();
    },
  };
}
