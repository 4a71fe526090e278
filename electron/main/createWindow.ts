import { join } from 'node:path';
import { BrowserWindow } from 'electron';

type WindowOptions = { preload: string; resourceFolder: string; isPackaged: boolean };

/** The application's one window, without a page yet. Its page has no Node, no shared world with the preload and no spell check. */
export function createWindow({ preload, resourceFolder, isPackaged }: WindowOptions): BrowserWindow {
  return new BrowserWindow({
    title: '乡约',
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    backgroundColor: '#fffdf8',
    icon: join(resourceFolder, 'icons', 'icon.png'),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  });
}
