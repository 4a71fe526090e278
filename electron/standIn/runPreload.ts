import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { MessagePort } from 'node:worker_threads';
import type { Native } from '#contract/native.ts';
import type { BrowserWindow, Sent } from './browserWindow.ts';
import type { ipcMain } from './ipcMain.ts';

type PageMessage = { data: unknown; ports: readonly MessagePort[]; source: unknown };

type StandInPage = {
  native: Native | undefined;
  /** Posts to the page's own window and resolves with the next message of that type that the window gets. */
  ask(message: { type: string }, answerType: string): Promise<PageMessage>;
  post(message: unknown, source?: unknown): void;
};

/**
 * Runs the bundled preload as a sandboxed page would: `electron` is all it may require, there is no Node around it, and
 * what it sends reaches ipcMain with the window's contents and main frame as the sender.
 */
export function runPreload(file: string, window: BrowserWindow, main: typeof ipcMain): StandInPage {
  const { webContents } = window;
  const exposed = new Map<string, unknown>();
  const received = new EventEmitter();
  const sender = () => ({ sender: webContents, senderFrame: { url: webContents.getURL(), parent: null } });
  // A page that is loaded takes the place of the one before.
  webContents.removeAllListeners('stand-in-sent');
  webContents.on('stand-in-sent', ({ channel, values, ports }: Sent) => {
    received.emit(channel, { ports: ports.map(({ raw }) => raw) }, ...values);
  });
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
    ipcRenderer: {
      on: received.on.bind(received),
      send: (channel: string, ...values: unknown[]) => main.emit(channel, sender(), ...structuredClone(values)),
      invoke: (channel: string, ...values: unknown[]) => main.invoke(channel, sender(), ...values),
    },
  };
  const messages = new EventEmitter();
  const pageWindow = {
    addEventListener: (type: string, listener: (event: PageMessage) => void) => messages.on(type, listener),
    postMessage: (data: unknown, _target: string, ports: readonly MessagePort[] = []) =>
      messages.emit('message', { data, ports, source: pageWindow } satisfies PageMessage),
  };
  const context = createContext({
    URL,
    window: pageWindow,
    location: new URL(webContents.getURL()),
    module: { exports: {} },
    exports: {},
    require: (name: string) => {
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
      return electron;
    },
  });
  runInContext(readFileSync(file, 'utf8'), context, { filename: file });
  return {
    // What is exposed under this name is the preload's Native; the context of the page cannot carry its type.
    native: exposed.get('xiangyueNative') as Native | undefined,
    post: (data, source = pageWindow) => messages.emit('message', { data, ports: [], source }),
    ask: (message, answerType) =>
      new Promise((resolve) => {
        const listen = (event: PageMessage) => {
          if (typeof event.data !== 'object' || event.data === null || !('type' in event.data) || event.data.type !== answerType) return;
          messages.off('message', listen);
          resolve(event);
        };
        messages.on('message', listen);
        pageWindow.postMessage(message, '*');
      }),
  };
}
