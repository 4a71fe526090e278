import type { Native, NativeFile } from '#contract/native.ts';

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

function createBrowserNative(): Native {
  let isBusySaving = false;
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
    chooseFile(accept) {
      return new Promise((resolve, reject) => {
        const input = document.createElement('input');
        input.type = 'file';
        input.accept = accept.join(',');
        // Outside the document nothing holds it while the person looks for the file, and the choice could come to nothing.
        input.hidden = true;
        document.body.append(input);
        input.addEventListener('cancel', () => {
          input.remove();
          resolve(undefined);
        });
        input.addEventListener('change', () => {
          input.remove();
          const file = input.files?.[0];
          if (file === undefined) resolve(undefined);
          else readFile(file).then(resolve, reject);
        });
        input.click();
      });
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
