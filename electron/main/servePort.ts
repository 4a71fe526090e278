import { MessageChannelMain, ipcMain, type BrowserWindow, type MessagePortMain } from 'electron';
import { RPCHandler } from '@orpc/server/message-port';
import type { Backend } from '#backend/createBackend.ts';
import { rpcOptions } from '#backend/hosting/rpcOptions.ts';
import { channels } from '#electron/channels.ts';
import { isTrustedSender } from '#electron/main/isTrustedSender.ts';

/** Answers a page of ours that asks for it with a port to the backend. `onReady` runs when a page has got its port. */
export function servePort(window: BrowserWindow, backend: Backend, onReady: () => void): void {
  const handler = new RPCHandler(backend.router, rpcOptions);
  let current: MessagePortMain | undefined;
  ipcMain.on(channels.ready, (event) => {
    if (!isTrustedSender(event, window)) return;
    current?.close();
    const { port1, port2 } = new MessageChannelMain();
    current = port1;
    handler.upgrade(port1, { context: backend.context() });
    port1.start();
    window.webContents.postMessage(channels.port, null, [port2]);
    onReady();
  });
}
