import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type DesktopFolders = {
  /** where Chromium keeps its own files; it exists and can be written */
  profile: string;
  /** where this installation keeps its data; the backend makes and checks it */
  data: string;
};

/**
 * The folders of this installation. `--data FOLDER` names the data folder, and the profile then lies inside it, where it can
 * be written; else both lie in the person's application folder. Throws where no profile can be made.
 */
export function desktopFolders(commandLine: readonly string[], applicationData: string): DesktopFolders {
  const own = join(applicationData, 'xiangyue');
  const named = namedFolder(commandLine);
  if (named === undefined) return { data: join(own, 'data'), profile: madeFolder(own) };
  const data = resolve(named);
  try {
    return { data, profile: madeFolder(join(data, 'window')) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // The window still has to open, to say that this data folder cannot be used.
    return { data, profile: madeFolder(own) };
  }
}

function madeFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  accessSync(path, constants.W_OK);
  return path;
}

function namedFolder(commandLine: readonly string[]): string | undefined {
  const joined = commandLine.find((argument) => argument.startsWith('--data='))?.slice('--data='.length);
  const index = commandLine.indexOf('--data');
  const following = index === -1 ? undefined : commandLine[index + 1];
  const folder = joined ?? following;
  return folder === undefined || folder === '' || folder.startsWith('-') ? undefined : folder;
}
