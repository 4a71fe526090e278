import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, openAsBlob, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { createSafeClient } from '@orpc/client';
import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ContractClient } from '#contract/contract.ts';
import { errorText } from '#contract/errorTexts.ts';
import type { ErrorCode } from '#core/errors.ts';
import { launchBrowser } from '#e2e/support/browser.ts';
import { enterHost, hostClient } from '#e2e/support/hostClient.ts';
import { newDataFolder, removeDataFolder, startHost, type Host } from '#e2e/support/startHost.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

const identity = { person: '陈秀兰', office: '清溪村村民委员会', roles: ['drafter' as const], withSample: false };
const page = { offset: 0, limit: 10, discarded: false };

describe('a file of 200 megabytes', () => {
  let host: Host;
  let client: ContractClient;
  beforeAll(async () => {
    host = await startHost();
    client = hostClient(host, await enterHost(host));
    await client.installation.register(identity);
  });
  afterAll(async () => {
    await host.stop();
    removeDataFolder(host.dataFolder);
  });

  it('is refused before it is read, while others are answered, and leaves nothing behind', async () => {
    const path = join(host.dataFolder, '..', '旧公约.docx');
    writeFileSync(path, 'PK');
    truncateSync(path, 200 * 1024 * 1024);
    const file = new File([await openAsBlob(path)], '旧公约.docx');
    const refused = createSafeClient(client).imports.preview({ file });
    expect((await client.conventions.list(page)).total).toBe(0);
    const { error } = await refused;
    expect(error).toMatchObject({ code: 'FILE_TOO_LARGE', message: errorText('FILE_TOO_LARGE') });
    expect(readdirSync(host.dataFolder)).not.toContain('附件');
    const preview = await client.imports.preview({ pasted: '清溪村村规民约\n第一条 爱护公物。' });
    expect(preview.document.content).toHaveLength(2);
  });
});

const running = new Set<ChildProcess>();

/** Runs `npm run serve`'s script until it ends by itself. As root the folder is read by somebody whom its permissions bind. */
function serve(dataFolder: string, asSomebody = false): Promise<{ status: number | null; said: string; complained: string }> {
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(projectRoot, 'scripts', 'serve.ts'), '--data', dataFolder],
    { stdio: ['ignore', 'pipe', 'pipe'], ...(asSomebody && isRoot ? { uid: 65_534, gid: 65_534 } : {}) },
  );
  running.add(child);
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  return new Promise((resolve) => {
    child.once('close', (status) => {
      running.delete(child);
      resolve({ status, said, complained });
    });
  });
}

describe('a data folder that cannot be opened', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = newDataFolder();
    folders.push(made);
    return made;
  };
  afterEach(() => {
    // One that should have refused to start, and did not.
    for (const child of running) child.kill('SIGKILL');
    for (const made of folders.splice(0)) {
      chmodSync(made, 0o755);
      removeDataFolder(made);
    }
  });

  const sentence = (code: ErrorCode) => ({ status: 2, said: '', complained: `${errorText(code)}\n` });

  it('because another application has it is left to that one', async () => {
    const host = await startHost(folder());
    const client = hostClient(host, await enterHost(host));
    expect(await serve(host.dataFolder)).toEqual(sentence('DATA_FOLDER_IN_USE'));
    expect((await client.installation.register(identity)).person).toBe('陈秀兰');
    await host.stop();
  });

  it('because it cannot be written is named as such', async () => {
    const made = folder();
    mkdirSync(made);
    chmodSync(join(made, '..'), 0o755);
    chmodSync(made, 0o555);
    expect(await serve(made, true)).toEqual(sentence('DATA_FOLDER_READ_ONLY'));
    expect(readdirSync(made)).toEqual([]);
  });

  it.each<[string, ErrorCode, (bytes: Buffer) => Buffer]>([
    ['because a newer application wrote it', 'DATA_FOLDER_NEWER', (bytes) => {
      // The user_version stands at offset 60 of an SQLite file, big-endian.
      bytes.writeUInt32BE(9_999, 60);
      return bytes;
    }],
    ['because its file was overwritten', 'DATA_FOLDER_DAMAGED', () => Buffer.from('这不是数据库'.repeat(500))],
    ['because its file was cut off', 'DATA_FOLDER_DAMAGED', (bytes) => bytes.subarray(0, bytes.length - 4_096 * 10)],
  ])('%s is left as it is', async (_why, code, change) => {
    const host = await startHost(folder());
    await host.stop();
    expect(readdirSync(host.dataFolder).toSorted()).toEqual(['xiangyue.sqlite', '备份']);
    const path = join(host.dataFolder, 'xiangyue.sqlite');
    const changed = change(readFileSync(path));
    writeFileSync(path, changed);
    expect(await serve(host.dataFolder)).toEqual(sentence(code));
    expect(readFileSync(path).equals(changed)).toBe(true);
    expect(readdirSync(host.dataFolder)).not.toContain('lock');
  });
});

describe('a page of somebody else in the same browser', () => {
  let host: Host;
  let browser: Browser;
  let foreign: Server;
  beforeAll(async () => {
    host = await startHost();
    browser = await launchBrowser(['--host-resolver-rules=MAP *.test 127.0.0.1']);
    foreign = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' });
      response.end('<!doctype html><title>别的网页</title><form method="post" enctype="text/plain"><input name="a"></form>');
    });
    await new Promise<void>((resolve) => {
      foreign.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(async () => {
    await browser.close();
    foreign.close();
    await host.stop();
    removeDataFolder(host.dataFolder);
  });

  it('neither reads nor changes anything, by whatever name it calls this computer', async () => {
    const context = await browser.newContext();
    const own = await context.newPage();
    await own.goto(host.url);
    const [cookie] = await context.cookies();
    const client = hostClient(host, `${cookie?.name}=${cookie?.value}`);
    await client.installation.register(identity);
    const address = foreign.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    const { port } = address;
    const hostPort = new URL(host.origin).port;

    for (const origin of [`http://office.test:${port}`, `http://127.0.0.1:${port}`]) {
      const other = await context.newPage();
      await other.goto(origin);
      const call = (mode: 'cors' | 'no-cors', target: string) =>
        other.evaluate(
          async ([requestMode, url]) => {
            const options = { method: 'POST', mode: requestMode, credentials: 'include', body: '{"json":{}}' } as const;
            try {
              const response = await fetch(url, options);
              return response.type === 'opaque' ? 'opaque' : response.text();
            } catch {
              return 'refused';
            }
          },
          [mode, target] as const,
        );
      const target = `${host.origin}/rpc/conventions/createSample`;
      expect(await call('cors', target)).toBe('refused');
      expect(['opaque', 'refused']).toContain(await call('no-cors', target));
      await Promise.all([
        other.waitForEvent('framenavigated'),
        other.evaluate((action) => {
          const form = document.querySelector('form');
          if (form === null) throw new Error('No form');
          form.action = action;
          form.submit();
        }, target),
      ]);
      expect(await other.locator('body').innerText()).toMatch(/请求来自别的网页|要用启动时给出的地址/u);
      await other.close();
    }

    const rebound = await context.newPage();
    const answer = await rebound.goto(`http://rebound.test:${hostPort}/`);
    expect(answer?.status()).toBe(403);
    const inside = await rebound.evaluate(async () => {
      const response = await fetch('/rpc/conventions/createSample', { method: 'POST', body: '{"json":{}}' });
      return response.status;
    }).catch(() => 403);
    expect(inside).toBe(403);
    expect((await client.conventions.list(page)).total).toBe(0);
    await context.close();
  });
});
