import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { isMeantFile, mostChosenFiles } from '#contract/chosenFiles.ts';
import { limits } from '#contract/limits.ts';
import type { ChosenFile, Native, NativeFile } from '#contract/native.ts';
import { filtersOf } from '#electron/main/fileDialogs.ts';

/** What the person chose last. The page has keys only, so that it can read no file that nobody chose. */
type FileChoice = {
  choose: Native['chooseFiles'];
  read: Native['readChosenFile'];
};

/** Deeper folders are no longer a collection of documents. */
const deepestFolder = 12;

export function createFileChoice(window: BrowserWindow): FileChoice {
  const paths = new Map<string, string>();
  return {
    async choose(from, accept) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: from === 'folder' ? '选择文件夹' : '选择文件',
        buttonLabel: from === 'folder' ? '选这个文件夹' : '打开',
        defaultPath: app.getPath('documents'),
        ...(from === 'folder' ? { properties: ['openDirectory'] } : { filters: filtersOf(accept), properties: ['openFile', 'multiSelections'] }),
      });
      if (canceled) return undefined;
      paths.clear();
      const chosen: ChosenFile[] = [];
      const take = async (path: string, folder: string) => {
        const size = await sizeOf(path);
        if (size === undefined) return;
        const key = String(paths.size + 1);
        paths.set(key, path);
        chosen.push({ key, name: basename(path), folder, size });
      };
      if (from === 'files') for (const path of filePaths) await take(path, '');
      const [folder] = filePaths;
      if (from === 'folder' && folder !== undefined) {
        for await (const below of filesBelow(folder, basename(folder), accept)) {
          await take(join(dirname(folder), below), below.slice(0, below.lastIndexOf('/')));
          if (chosen.length > mostChosenFiles) break;
        }
      }
      return chosen;
    },
    async read(key): Promise<NativeFile | undefined> {
      const path = paths.get(key);
      if (path === undefined) return undefined;
      try {
        const { size } = await stat(path);
        // The page refuses such a file by its size; one that grew since is as good as gone.
        if (size > limits.packageBytes) return undefined;
        return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
      } catch (error) {
        if (!(error instanceof Error) || !('code' in error)) throw error;
        return undefined;
      }
    },
  };
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return undefined;
  }
}

/** The meant files below a folder, as paths that begin with its name; a folder that cannot be read counts as empty. */
async function* filesBelow(root: string, name: string, accept: readonly string[], depth = 0): AsyncGenerator<string> {
  let entries;
  try {
    entries = await readdir(root, { withFileTypes: true });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return;
  }
  for (const entry of entries.toSorted((one, other) => one.name.localeCompare(other.name, 'zh'))) {
    const below = `${name}/${entry.name}`;
    // Links are not followed: they may lead in a circle.
    if (entry.isDirectory() && depth < deepestFolder) yield* filesBelow(join(root, entry.name), below, accept, depth + 1);
    else if (entry.isFile() && isMeantFile(below, accept)) yield below;
  }
}
