/** A file with its bytes, as it crosses between the window and its host. */
export type NativeFile = { name: string; bytes: Uint8Array };

/**
 * What depends on the host and not on the backend: files on this computer, the window, the system's reader.
 * One implementation in Electron (through the preload), one in the browser.
 */
export type Native = {
  host: 'desktop' | 'browser';
  /** Saves bytes where the person chooses; false when the person changed his mind. */
  saveFile(name: string, bytes: Uint8Array): Promise<boolean>;
  /** Shows a PDF in the system's reader, or in a tab of the browser. */
  openPdf(name: string, bytes: Uint8Array): Promise<void>;
  /** Asks for one file; undefined when the person changed his mind. `accept` are endings such as .docx. */
  chooseFile(accept: readonly string[]): Promise<NativeFile | undefined>;
  /** A package that was opened from the system (double click, command line), once the window is ready. */
  onOpenPackage(listener: (file: NativeFile) => void): () => void;
  /** Tells the host that unsaved words are being written to disk, so that closing waits for them. */
  setBusySaving(isBusy: boolean): void;
};
