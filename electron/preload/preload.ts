import { contextBridge, ipcRenderer } from 'electron';
import type { Native, NativeFile } from '#contract/native.ts';
import { isApplicationAddress } from '#electron/applicationAddress.ts';
import { channels } from '#electron/channels.ts';

/** Gives the page its port and a few named functions. The pages before the application (loading, failure) get nothing. */
function connectPage(): void {
  handOverPort();
  contextBridge.exposeInMainWorld('xiangyueNative', createNative());
}

function handOverPort(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source === window && typeOf(event.data) === channels.ready) ipcRenderer.send(channels.ready);
  });
  ipcRenderer.on(channels.port, (event) => {
    // The message stays in this window, and only the page that asked listens in it.
    window.postMessage({ type: channels.port }, '*', event.ports);
  });
}

function typeOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
}

function createNative(): Native {
  const listeners = new Set<(file: NativeFile) => void>();
  // A package may arrive before the page listens.
  let waiting: NativeFile[] = [];
  ipcRenderer.on(channels.openPackage, (_event, file: NativeFile) => {
    if (listeners.size === 0) waiting.push(file);
    for (const listener of listeners) listener(file);
  });
  return {
    host: 'desktop',
    saveFile: (name, bytes) => ipcRenderer.invoke(channels.saveFile, name, bytes),
    openPdf: (name, bytes) => ipcRenderer.invoke(channels.openPdf, name, bytes),
    chooseFile: (accept) => ipcRenderer.invoke(channels.chooseFile, accept),
    chooseFiles: (from, accept) => ipcRenderer.invoke(channels.chooseFiles, from, accept),
    readChosenFile: (key) => ipcRenderer.invoke(channels.readChosenFile, key),
    setBusySaving: (isBusy) => ipcRenderer.send(channels.busySaving, isBusy),
    onOpenPackage(listener) {
      listeners.add(listener);
      const early = waiting;
      waiting = [];
      for (const file of early) listener(file);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

if (isApplicationAddress(location.href)) connectPage();
