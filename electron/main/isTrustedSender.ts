import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isApplicationAddress } from '#electron/applicationAddress.ts';

/** Whether a message comes from the main frame of our window while that frame shows our own page. */
export function isTrustedSender(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return (
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame !== null &&
    frame.parent === null &&
    isApplicationAddress(frame.url)
  );
}
