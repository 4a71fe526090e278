import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { channels } from '#electron/channels.ts';
import type { PdfOpener } from '#electron/main/createPdfOpener.ts';
import type { SavingState } from '#electron/main/createSavingState.ts';
import { chooseFile, saveFile } from '#electron/main/fileDialogs.ts';
import { createFileChoice } from '#electron/main/createFileChoice.ts';
import { isTrustedSender } from '#electron/main/isTrustedSender.ts';

const file = z.tuple([z.string().min(1).max(500), z.instanceof(Uint8Array)]);
const endings = z.array(z.string().regex(/^\.[a-z0-9]{1,12}$/u)).max(20);
const accept = z.tuple([endings]);
const choice = z.tuple([z.enum(['files', 'folder']), endings]);
const key = z.tuple([z.string().max(20)]);
const busy = z.tuple([z.boolean()]);

type Parts = { saving: SavingState; pdfOpener: PdfOpener };

/** Answers the named functions of contract/native.ts, for our own page only. */
export function serveNative(window: BrowserWindow, { saving, pdfOpener }: Parts): void {
  const handle = (channel: string, answer: (values: unknown[]) => Promise<unknown>) => {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...values: unknown[]) => {
      if (!isTrustedSender(event, window)) throw new Error(`refused ${channel}: it does not come from the application's page`);
      return answer(values);
    });
  };
  handle(channels.saveFile, async (values) => saveFile(window, ...file.parse(values)));
  handle(channels.openPdf, async (values) => pdfOpener.open(window, ...file.parse(values)));
  handle(channels.chooseFile, async (values) => chooseFile(window, ...accept.parse(values)));
  const fileChoice = createFileChoice(window);
  handle(channels.chooseFiles, async (values) => fileChoice.choose(...choice.parse(values)));
  handle(channels.readChosenFile, async (values) => fileChoice.read(...key.parse(values)));
  ipcMain.on(channels.busySaving, (event, ...values: unknown[]) => {
    if (!isTrustedSender(event, window)) return;
    saving.setBusy(busy.parse(values)[0]);
  });
}
