import { existsSync } from 'node:fs';
import type { BaseWindow, SaveDialogOptions } from 'electron';
import { expect } from 'vitest';
import { openInBrowser, type Application } from '#e2e/support/application.ts';
import { launchDesktop } from '#e2e/support/launchDesktop.ts';
import { newDataFolder, removeDataFolder } from '#e2e/support/startHost.ts';

/** The desktop application; undefined where Electron's runtime is not installed. Its dialogs answer what the journey says. */
async function openOnDesktop(dataFolder: string): Promise<Application | undefined> {
  const desktop = await launchDesktop(dataFolder);
  if (desktop === undefined) return undefined;
  const { page, application } = desktop;
  return {
    page,
    dataFolder,
    async chooseFile(trigger, path) {
      await application.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      }, path);
      await trigger();
    },
    async savedFile(trigger, folder) {
      const asked = application.evaluate(
        ({ dialog }, target) =>
          new Promise<string>((resolve) => {
            const save = (options: SaveDialogOptions) => {
              const filePath = `${target}/${(options.defaultPath ?? '').split(/[\\/]/u).at(-1) ?? ''}`;
              resolve(filePath);
              return Promise.resolve({ canceled: false, filePath });
            };
            dialog.showSaveDialog = (first: BaseWindow | SaveDialogOptions, second?: SaveDialogOptions) =>
              save(second ?? (first as SaveDialogOptions));
          }),
        folder,
      );
      await trigger();
      const path = await asked;
      await expect.poll(() => existsSync(path)).toBe(true);
      return path;
    },
    async close() {
      await desktop.close();
      removeDataFolder(dataFolder);
    },
  };
}

/** The application on the host that this machine can run: the desktop where its runtime is installed, else the browser. */
export async function openApplication(): Promise<Application> {
  const dataFolder = newDataFolder();
  return (await openOnDesktop(dataFolder)) ?? openInBrowser(undefined, dataFolder);
}
