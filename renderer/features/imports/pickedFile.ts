import { isMeantFile, mostChosenFiles } from '#contract/chosenFiles.ts';
import type { ChosenFile, NativeFile } from '#contract/native.ts';
import { native } from '#renderer/transport/native.ts';

/** A file that a person chose or dropped; its bytes are fetched when its turn comes. */
export type PickedFile = {
  name: string;
  /** where it lies, from the chosen folder on; empty for a file that was chosen itself */
  folder: string;
  /** in bytes */
  size: number;
  /** undefined when the file is gone or cannot be read */
  read: () => Promise<NativeFile | undefined>;
};

export function fromChoice({ key, name, folder, size }: ChosenFile): PickedFile {
  return { name, folder, size, read: () => native.readChosenFile(key) };
}

function fromDrop(file: File, folder: string): PickedFile {
  return {
    name: file.name,
    folder,
    size: file.size,
    async read() {
      try {
        return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      } catch (error) {
        // The file was moved or changed since it was dropped.
        if (error instanceof DOMException) return undefined;
        throw error;
      }
    },
  };
}

function fileOfEntry(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** All entries of a folder: the browser hands them out in portions, the last of which is empty. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

async function* filesOf(entry: FileSystemEntry, folder: string, endings: readonly string[]): AsyncGenerator<PickedFile> {
  if (entry instanceof FileSystemFileEntry) {
    // What was dropped itself is meant, whatever its name; in a folder the endings decide.
    if (folder === '' || isMeantFile(`${folder}/${entry.name}`, endings)) yield fromDrop(await fileOfEntry(entry), folder);
    return;
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return;
  const below = folder === '' ? entry.name : `${folder}/${entry.name}`;
  for (const child of await entriesIn(entry)) yield* filesOf(child, below, endings);
}

/** The files that were dropped, those in dropped folders included; one more than `mostChosenFiles` at the most. */
export async function droppedFiles(transfer: DataTransfer, endings: readonly string[]): Promise<PickedFile[]> {
  // The list of a drop is empty again as soon as the event is over.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files: PickedFile[] = [];
  for (const entry of entries) {
    for await (const file of filesOf(entry, '', endings)) {
      files.push(file);
      if (files.length > mostChosenFiles) return files;
    }
  }
  return files;
}
