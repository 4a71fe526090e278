import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a person's data lies when no folder is named: the same place that the installed application uses. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'win32':
      return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'xiangyue', 'data');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'xiangyue', 'data');
    default:
      return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'xiangyue', 'data');
  }
}
