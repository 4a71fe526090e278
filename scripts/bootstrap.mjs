// Runs a TypeScript file of this project on the Node version the project is built for, after installing what is missing.
// Plain JavaScript without dependencies: it has to start on whatever Node a fresh clone meets.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.xiangyue-installed');
const lockFile = join(root, 'package-lock.json');

function projectNode() {
  const folder = join(root, 'node_modules', 'node', 'bin');
  return [join(folder, 'node.exe'), join(folder, 'node')].find((path) => existsSync(path));
}

function isInstalled() {
  if (!existsSync(stamp) || projectNode() === undefined) return false;
  return readFileSync(stamp, 'utf8') === `${statSync(lockFile).mtimeMs}:${statSync(lockFile).size}`;
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
  const nodeInstaller = join(root, 'node_modules', 'node', 'installArchSpecificPackage.js');
  if (projectNode() === undefined && !run(process.execPath, [nodeInstaller])) {
    fail('没有装上运行所需的 Node 24。请检查网络后重新运行同一条命令。');
  }
  writeFileSync(stamp, `${statSync(lockFile).mtimeMs}:${statSync(lockFile).size}`);
}

const [script, ...args] = process.argv.slice(2);
if (!isInstalled()) install();

const child = spawn(projectNode(), ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// The shell that npm puts between itself and this process dies of a signal without passing it on.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();
child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
