import { join, resolve } from 'node:path';

export type DesktopFolders = { profile: string; data: string };

/**
 * Where this installation keeps its data and where Chromium keeps its own files. `--data FOLDER` names the data folder,
 * and the profile then lies inside it; else both lie in the person's application folder.
 */
export function desktopFolders(commandLine: readonly string[], applicationData: string): DesktopFolders {
  const named = namedFolder(commandLine);
  if (named !== undefined) return { data: resolve(named), profile: join(resolve(named), 'window') };
  const profile = join(applicationData, 'xiangyue');
  return { profile, data: join(profile, 'data') };
}

function namedFolder(commandLine: readonly string[]): string | undefined {
  const joined = commandLine.find((argument) => argument.startsWith('--data='))?.slice('--data='.length);
  const index = commandLine.indexOf('--data');
  const following = index === -1 ? undefined : commandLine[index + 1];
  const folder = joined ?? following;
  return folder === undefined || folder === '' || folder.startsWith('-') ? undefined : folder;
}
