import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const downloadMilliseconds = 60_000;

/**
 * The executable of Electron's runtime, or undefined where it is not installed. Looked up in the files of the package:
 * requiring `electron` would start a download.
 */
export function electronRuntime(root: string): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}

/** One bounded try to download the runtime, announced through `say`; whether it is there afterwards. XIANGYUE_NO_DOWNLOAD=1 and CI=true skip it. */
export async function downloadElectronRuntime(
  root: string,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<boolean> {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  if (environment['XIANGYUE_NO_DOWNLOAD'] === '1' || environment['CI'] === 'true' || !existsSync(installer)) return false;
  say('正在下载桌面窗口所需的组件，最多等一分钟……');
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', env: environment });
  const timer = setTimeout(() => child.kill('SIGKILL'), downloadMilliseconds);
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  clearTimeout(timer);
  return electronRuntime(root) !== undefined;
}
