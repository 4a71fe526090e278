import { isMeantFile, mostChosenFiles } from '#contract/chosenFiles.ts';
import type { ChosenFile, Native, NativeFile } from '#contract/native.ts';

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent in a browser. */
    xiangyueNative?: Native;
  }
}

/** Long enough for the browser to have read the file behind an object address. */
const addressLifetime = 60_000;

function objectAddress(bytes: Uint8Array, type: string): string {
  const copy = new Uint8Array(bytes);
  const address = URL.createObjectURL(new Blob([copy], { type }));
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, addressLifetime);
  return address;
}

function download(name: string, address: string): void {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

async function readFile(file: File): Promise<NativeFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

type Asked = { accept?: string; multiple?: boolean; webkitdirectory?: boolean };

/** Brings up the browser's own dialog; undefined when the person changed his mind. */
function askForFiles(asked: Asked): Promise<File[] | undefined> {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), asked, { type: 'file' });
    // Outside the document nothing holds it while the person looks for the file, and the choice could come to nothing.
    input.hidden = true;
    document.body.append(input);
    input.addEventListener('cancel', () => {
      input.remove();
      resolve(undefined);
    });
    input.addEventListener('change', () => {
      input.remove();
      resolve([...(input.files ?? [])]);
    });
    input.click();
  });
}

function createBrowserNative(): Native {
  let isBusySaving = false;
  const chosen = new Map<string, File>();
  window.addEventListener('beforeunload', (event) => {
    if (isBusySaving) event.preventDefault();
  });
  return {
    host: 'browser',
    saveFile(name, bytes) {
      download(name, objectAddress(bytes, 'application/octet-stream'));
      return Promise.resolve(true);
    },
    openPdf(name, bytes) {
      const address = objectAddress(bytes, 'application/pdf');
      // A browser that blocks the tab still gives the person the file.
      if (window.open(address, '_blank') === null) download(name, address);
      return Promise.resolve();
    },
    async chooseFile(accept) {
      const file = (await askForFiles({ accept: accept.join(',') }))?.[0];
      return file === undefined ? undefined : readFile(file);
    },
    async chooseFiles(from, accept) {
      const files = await askForFiles(from === 'folder' ? { webkitdirectory: true } : { accept: accept.join(','), multiple: true });
      if (files === undefined) return undefined;
      chosen.clear();
      const listed: ChosenFile[] = [];
      for (const file of files) {
        const path = file.webkitRelativePath;
        if (from === 'folder' && !isMeantFile(path, accept)) continue;
        const key = String(listed.length + 1);
        chosen.set(key, file);
        listed.push({ key, name: file.name, folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))), size: file.size });
        if (listed.length > mostChosenFiles) break;
      }
      return listed;
    },
    async readChosenFile(key) {
      const file = chosen.get(key);
      try {
        return file === undefined ? undefined : await readFile(file);
      } catch (error) {
        // The file was moved or changed since it was chosen.
        if (error instanceof DOMException) return undefined;
        throw error;
      }
    },
    onOpenPackage: () => () => undefined,
    setBusySaving(isBusy) {
      isBusySaving = isBusy;
    },
  };
}

/** Files, printing and the window: the desktop's implementation where there is one, the browser's otherwise. */
export const native: Native = window.xiangyueNative ?? createBrowserNative();

/** The bytes of a file that a procedure answered with. */
export async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** A file as procedures take it, from bytes chosen on this computer. */
export function fileOf({ name, bytes }: NativeFile): File {
  return new File([new Uint8Array(bytes)], name);
}
