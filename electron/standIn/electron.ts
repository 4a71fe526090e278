/**
 * A small stand-in for the module `electron`, so that the built bundles can run and be asked without its runtime.
 * It knows what our main process uses, behaves as the documentation of that part says, and fails on everything else.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browserWindow.ts';
export { Menu, answers, clipboard, dialog, shell, shown } from './desktop.ts';
export { ipcMain } from './ipcMain.ts';
export { MessageChannelMain } from './messageChannel.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
