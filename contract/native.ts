/** A file with its bytes, as it crosses between the window and its host. */
export type NativeFile = { name: string; bytes: Uint8Array };

/** A file that was chosen among many and is read only when its turn comes. */
export type ChosenFile = {
  /** names the file to readChosenFile until the next choice */
  key: string;
  name: string;
  /** where it lies, from the chosen folder on, parted by slashes; empty for a file that was chosen itself */
  folder: string;
  /** in bytes */
  size: number;
};

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
  /**
   * Asks for any number of files, or for a folder with all that lies below it; undefined when the person changed his mind, empty
   * when the folder holds none. Reads none of them, and lists one more than `mostChosenFiles` at the most.
   */
  chooseFiles(from: 'files' | 'folder', accept: readonly string[]): Promise<ChosenFile[] | undefined>;
  /** Reads one file of the last choice; undefined when it is gone or cannot be read. */
  readChosenFile(key: string): Promise<NativeFile | undefined>;
  /** A package that was opened from the system (double click, command line), once the window is ready. */
  onOpenPackage(listener: (file: NativeFile) => void): () => void;
  /** Tells the host that unsaved words are being written to disk, so that closing waits for them. */
  setBusySaving(isBusy: boolean): void;
};
