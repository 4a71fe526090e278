import { dialog, type BrowserWindow } from 'electron';
import type { SavingState } from '#electron/main/createSavingState.ts';

/** A save takes milliseconds; after this long something is wrong and the person decides. */
const boundMilliseconds = 8000;

/** Holds the window open while words are being saved, so that closing it or quitting loses none. */
export function closeWhenSaved(window: BrowserWindow, saving: SavingState, bound = boundMilliseconds): void {
  let isWaiting = false;
  let mayClose = false;
  const wait = async () => {
    while (saving.isBusy() && !mayClose) {
      const isSaved = await Promise.race([saving.whenSaved().then(() => true), elapsed(bound)]);
      if (!isSaved) mayClose = await wantsToLoseWords(window);
    }
    mayClose = true;
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (mayClose || !saving.isBusy()) return;
    event.preventDefault();
    if (isWaiting) return;
    isWaiting = true;
    void wait();
  });
  // Windows shows the person which program holds the shutdown up.
  window.on('query-session-end', (event) => {
    if (saving.isBusy()) event.preventDefault();
  });
}

function elapsed(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}

async function wantsToLoseWords(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '乡约',
    message: '刚才写的内容还没有存好',
    detail: '可能是磁盘很忙，或者已经满了。继续等待不会丢失内容。',
    buttons: ['继续等待', '不保存，直接关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
