import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildElectron } from '#scripts/buildElectron.ts';
import { buildRenderer } from '#scripts/buildRenderer.ts';
import { missingWindowsNatives } from '#scripts/missingWindowsNatives.ts';

const root = join(import.meta.dirname, '..');

/** Makes the Windows installer in release/; returns the exit status. */
async function distWindows(): Promise<number> {
  const missing = missingWindowsNatives((path) => existsSync(join(root, path)));
  if (missing.length > 0) {
    process.stderr.write(
      `没有打包：缺少 Windows 版的组件（${missing.join('、')}）。在 Windows 电脑上运行 npm run dist:win，或者把项目复制一份，在里面执行 npm ci --os=win32 --cpu=x64 --ignore-scripts 补齐后再打包。\n`,
    );
    return 2;
  }
  await buildRenderer();
  await buildElectron(root);
  const require = createRequire(import.meta.url);
  const builder = join(dirname(require.resolve('electron-builder/package.json')), 'cli.js');
  const { status } = spawnSync(process.execPath, [builder, '--win', '--x64', '--publish', 'never'], { cwd: root, stdio: 'inherit' });
  return status ?? 3;
}

process.exitCode = await distWindows();
