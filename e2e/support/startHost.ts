import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#scripts/projectRoot.ts';

export type Host = {
  /** the address with the one-time secret */
  url: string;
  origin: string;
  dataFolder: string;
  process: ChildProcess;
  /** ends the host as the system would, with SIGTERM */
  stop(): Promise<void>;
  /** ends it as a power cut would */
  kill(): Promise<void>;
};

/** A data folder of its own, with a space and Chinese characters in its path. */
export function newDataFolder(): string {
  return join(mkdtempSync(join(tmpdir(), '乡约 测试-')), '数据');
}

export function removeDataFolder(dataFolder: string): void {
  rmSync(join(dataFolder, '..'), { recursive: true, force: true });
}

/** Starts the application's HTTP host as a process of its own and waits for its address. `script` serves a data folder, named by --data. */
export async function startHost(dataFolder = newDataFolder(), script = join('scripts', 'serve.ts')): Promise<Host> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(projectRoot, script), '--data', dataFolder],
    {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { NODE_COMPILE_CACHE: join(projectRoot, 'node_modules', '.cache', 'compiled'), ...process.env },
    },
  );
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const found = /http:\/\/127\.0\.0\.1:\d+\/enter\?key=\S+/u.exec(output);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}: ${errors}`)));
  });
  return {
    url,
    origin: new URL(url).origin,
    dataFolder,
    process: child,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
