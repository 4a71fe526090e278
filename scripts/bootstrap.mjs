// Runs a TypeScript file of this project on the Node version the project is built for, after installing what is missing.
// Plain JavaScript without dependencies: it has to start on whatever Node a fresh clone meets.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that the lock file names for this machine; where there is none for it, the machine's own when it is new enough. */
function projectNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin');
  const installed = [join(folder, 'node.exe'), join(folder, 'node')].find((path) => existsSync(path));
  const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24;
  return installed ?? (isNewEnough ? process.execPath : undefined);
}

/** npm writes its own copy of the lock file when an installation is complete. */
function isInstalled() {
  const wanted = statSync(join(root, 'package-lock.json'));
  const installed = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs >= wanted.mtimeMs;
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(3);
}

function run(command, args) {
  // npm is a .cmd file on Windows, which only a shell can start.
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  });
  return result.status === 0;
}

function install() {
  process.stderr.write('正在安装所需组件，只在第一次启动或更新后需要几分钟……\n');
  if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])) {
    fail('安装组件没有完成。请检查网络后重新运行同一条命令；已有的数据没有受影响。');
  }
}

const [script, ...args] = process.argv.slice(2);
if (!isInstalled()) install();
const node = projectNode();
if (node === undefined) fail('这台电脑要先装 Node 24 或更新的版本，装好后重新运行同一条命令。');

const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
  stdio: 'inherit',
  // Compiled once, the sources start in half the time.
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'), ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// The shell that npm puts between itself and this process dies of a signal without passing it on.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();
child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
