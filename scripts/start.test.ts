import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '#scripts/projectRoot.ts';

type Started = { said: (pattern: RegExp) => Promise<string>; stop: () => void; ended: Promise<number | null>; output: () => string };

/** Runs npm start's script in a process of its own. */
function start(args: readonly string[], environment: NodeJS.ProcessEnv): Started {
  const child = spawn(process.execPath, [join(projectRoot, 'scripts', 'start.ts'), ...args], {
    env: { ...environment, CI: 'true', HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let listen: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      output += bytes.toString('utf8');
      listen();
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (status) => resolve(status));
  });
  return {
    output: () => output,
    stop: () => child.kill('SIGTERM'),
    ended,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        listen = () => {
          const match = pattern.exec(output);
          if (match !== null) resolve(match[0]);
        };
        listen();
        void ended.then(() => reject(new Error(`ended without saying ${pattern}: ${output}`)));
      }),
  };
}

describe('npm start', () => {
  let work = '';
  let running: Started | undefined;
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), '乡约 启动-'));
  });
  afterEach(async () => {
    running?.stop();
    await running?.ended;
    running = undefined;
    rmSync(work, { recursive: true, force: true });
  });

  it('serves at an address that opens once where there is no display, and ends well when it is told to', async () => {
    running = start(['--data', join(work, '数据')], { PATH: '' });
    const url = await running.said(/http:\S+(?=\n)/u);
    const entered = await fetch(url, { redirect: 'manual' });
    expect(entered.status).toBe(303);
    const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
    const page = await fetch(new URL('/', url), { headers: { cookie } });
    expect(await page.text()).toContain('<title>乡约</title>');
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(403);
    running.stop();
    expect(await running.ended).toBe(0);
    expect(existsSync(join(work, '数据', 'lock'))).toBe(false);
  }, 120_000);

  it.skipIf(process.platform !== 'linux')('opens the same application in a window of an installed browser where the runtime is absent', async () => {
    const browser = join(work, 'chromium');
    const seen = join(work, 'seen.txt');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}.part'\n/bin/mv '${seen}.part' '${seen}'\nexit 1\n`);
    chmodSync(browser, 0o755);
    running = start(['--data', join(work, '数据')], { PATH: work, DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: join(work, '没有') });
    // The browser of this test ends at once in failure, so that the address is given to the person.
    const url = await running.said(/http:\S+(?=\n)/u);
    expect(running.output()).toMatch(/Electron/u);
    expect(readFileSync(seen, 'utf8').split('\n').slice(0, 2)).toEqual([`--app=${url}`, `--user-data-dir=${join(work, '数据', 'browser-window')}`]);
    running.stop();
    expect(await running.ended).toBe(0);
  }, 120_000);

  it('refuses a data folder that another process uses, in one sentence', async () => {
    running = start(['--no-window', '--data', join(work, '数据')], { PATH: '' });
    await running.said(/http:\S+(?=\n)/u);
    const second = start(['--no-window', '--data', join(work, '数据')], { PATH: '' });
    expect(await second.ended).toBe(2);
    expect(second.output()).toBe('数据文件夹正被另一个乡约使用。关掉那一个再启动，数据没有受影响。\n');
  }, 120_000);

  it('says in one sentence that a port is taken, and leaves the data folder free', async () => {
    running = start(['--no-window', '--data', join(work, '数据')], { PATH: '' });
    const { port } = new URL(await running.said(/http:\S+(?=\n)/u));
    const second = start(['--no-window', '--port', port, '--data', join(work, '别的数据')], { PATH: '' });
    expect(await second.ended).toBe(2);
    expect(second.output()).toMatch(/^这个端口不能用.*\n$/u);
    expect(existsSync(join(work, '别的数据', 'lock'))).toBe(false);
  }, 120_000);

  it.each([[['--bogus']], [['--port', '70000']], [['--port', 'abc']]])('explains its options for %j', async (args) => {
    const wrong = start(args, { PATH: '' });
    expect(await wrong.ended).toBe(2);
    expect(wrong.output()).toContain('--no-window');
  });
});
