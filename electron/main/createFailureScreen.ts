import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import { assertNever } from '#core/assertNever.ts';
import { startBackups } from '#backend/hosting/startBackups.ts';
import { startAddress } from '#electron/applicationAddress.ts';
import { failureActionOf, failurePage, type FailureAction, type StartFailure } from '#electron/main/startPages.ts';

const failureAddress = `${startAddress}failure`;
const offeredBackups = 4;

export type FailureScreen = {
  /** The page as it stands; the protocol serves it. */
  page(): string;
  show(failure: Omit<StartFailure, 'dataFolder' | 'canRestore'> & { mayRestore: boolean }): Promise<void>;
};

type FailureOptions = { window: BrowserWindow; dataFolder: string; now: () => Date; retry: () => Promise<void> };

/** The screen for a start that failed. Its links are navigations that the guard stops and that are answered here. */
export function createFailureScreen({ window, dataFolder, now, retry }: FailureOptions): FailureScreen {
  let failure: StartFailure | undefined;
  const backupsOf = () => startBackups(dataFolder, now);

  const show = async (shown: StartFailure) => {
    failure = shown;
    await window.loadURL(failureAddress);
  };

  const restore = async (shown: StartFailure) => {
    const offered = backupsOf().list().slice(0, offeredBackups);
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title: '乡约',
      message: '恢复到哪一份备份',
      detail: '现在的数据文件会先移到“备份”文件夹里，不会删除。备份以后写的内容不在其中。',
      buttons: [...offered.map(({ createdAt }) => localTime(createdAt)), '取消'],
      cancelId: offered.length,
      noLink: true,
    });
    const chosen = offered[response];
    if (chosen === undefined) return;
    try {
      backupsOf().restore(chosen.name);
    } catch (error) {
      await show({ ...shown, details: `${shown.details}\n${String(error)}`, outcome: '没有恢复成功，数据没有改动。换一份备份再试。' });
      return;
    }
    await retry();
  };

  const act = async (action: FailureAction, shown: StartFailure) => {
    switch (action) {
      case 'retry':
        return retry();
      case 'restore':
        return restore(shown);
      case 'folder': {
        const trouble = await shell.openPath(dataFolder);
        return trouble === '' ? undefined : show({ ...shown, outcome: '数据文件夹打不开，它可能还没有建立。' });
      }
      case 'copy':
        clipboard.writeText(`${shown.sentence}\n${shown.details}`);
        return show({ ...shown, outcome: '已复制，可以粘贴给维护人员。' });
      case 'quit':
        return app.quit();
      default:
        return assertNever(action);
    }
  };

  window.webContents.on('will-navigate', (details) => {
    const action = failureActionOf(details.url);
    if (failure === undefined || action === undefined || window.webContents.getURL() !== failureAddress) return;
    void act(action, failure);
  });

  return {
    page: () => (failure === undefined ? '' : failurePage(failure)),
    show: ({ mayRestore, ...shown }) =>
      show({ ...shown, dataFolder, canRestore: mayRestore && backupsOf().list().length > 0 }),
  };
}

function localTime(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' });
}
