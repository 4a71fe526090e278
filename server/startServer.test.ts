import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentSecurityPolicy } from '#backend/hosting/contentSecurityPolicy.ts';
import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';
import { errorText } from '#contract/errorTexts.ts';
import { limits } from '#contract/limits.ts';
import { applicationOf } from '#server/applicationOf.ts';
import { startServer, type RunningServer } from '#server/startServer.ts';

let backend: TestBackend;
let server: RunningServer;
let cookie: string;
const folder = mkdtempSync(join(tmpdir(), '乡约 页面-'));
const rendererFolder = join(folder, 'renderer');

beforeAll(async () => {
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>乡约</title>');
  writeFileSync(join(rendererFolder, 'assets', 'index-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), '不能给人看');
  backend = await createTestBackend();
  await backend.client.installation.register(identity('陈秀兰', '溪口村村民委员会', 'drafter'));
  server = await startServer({ application: applicationOf(backend.backend), rendererFolder, port: 0 });
  const entered = await send('GET', new URL(server.url).pathname + new URL(server.url).search);
  cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});

afterAll(async () => {
  await server.close();
  await backend.close();
  removeTestFolder(backend.dataFolder);
  rmSync(folder, { recursive: true });
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** One request with exactly these headers, on a connection of its own. Node's fetch would set Host and refuse to set Origin. */
function send(method: string, path: string, headers: Record<string, string> = {}, body = '', target = server): Promise<Answer> {
  const { hostname, port } = new URL(target.origin);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

const host = () => new URL(server.origin).host;
const json = { 'content-type': 'application/json' };
const own = () => ({ ...json, cookie, origin: server.origin });
const list = JSON.stringify({ json: { offset: 0, limit: 10, discarded: false } });

describe('the one-time secret', () => {
  it('opens the application once, for one browser, with a cookie that no other page can use', async () => {
    const other = await startServer({ application: applicationOf(backend.backend), rendererFolder, port: 0 });
    const { pathname, search } = new URL(other.url);
    const guess = await send('GET', `${pathname}?key=wrong`, {}, '', other);
    const first = await send('GET', pathname + search, {}, '', other);
    const second = await send('GET', pathname + search, {}, '', other);
    await other.close();
    expect([guess.status, first.status, second.status]).toEqual([403, 303, 403]);
    expect(first.headers.location).toBe('/#/workbench');
    expect(first.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/u);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('只能用一次');
  });

  it('is not used up by a look ahead', async () => {
    const other = await startServer({ application: applicationOf(backend.backend), rendererFolder, port: 0 });
    const { pathname, search } = new URL(other.url);
    const ahead = await send('HEAD', pathname + search, {}, '', other);
    const posted = await send('POST', pathname + search, {}, '', other);
    const entered = await send('GET', pathname + search, {}, '', other);
    await other.close();
    expect([ahead.status, posted.status, entered.status]).toEqual([405, 405, 303]);
  });

  it('leads the browser that has entered to the application again', async () => {
    const { pathname, search } = new URL(server.url);
    expect(await send('GET', pathname + search, { cookie })).toMatchObject({ status: 303, headers: { location: '/#/workbench' } });
  });

  it('is one per host: two hosts in one browser keep each other’s cookies apart', async () => {
    const other = await startServer({ application: applicationOf(backend.backend), rendererFolder, port: 0 });
    const { pathname, search } = new URL(other.url);
    const entered = await send('GET', pathname + search, {}, '', other);
    const otherCookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const both = { cookie: `${cookie}; ${otherCookie}` };
    const answers = [await send('GET', '/', both), await send('GET', '/', both, '', other), await send('GET', '/', { cookie: otherCookie })];
    await other.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 403]);
    expect(otherCookie.split('=')[0]).not.toBe(cookie.split('=')[0]);
  });
});

describe('a request', () => {
  it('with cookie, host and origin is answered', async () => {
    const answer = await send('POST', '/rpc/conventions/list', own(), list);
    expect(answer).toMatchObject({ status: 200, body: JSON.stringify({ json: { total: 0, conventions: [] } }) });
  });

  it.each<[string, number, string, string, () => Record<string, string>]>([
    ['without a cookie', 403, 'POST', '/rpc/conventions/list', () => ({ ...own(), cookie: '' })],
    ['with a guessed cookie', 403, 'POST', '/rpc/conventions/list', () => ({ ...own(), cookie: `${cookie.split('=')[0]}=${'a'.repeat(32)}` })],
    ['for a page without a cookie', 403, 'GET', '/', () => ({})],
    ['under another name of this computer', 403, 'POST', '/rpc/conventions/list', () => ({ ...own(), host: 'office.test', origin: 'http://office.test' })],
    ['under another name with our port', 403, 'GET', '/', () => ({ cookie, host: `office.test:${new URL(server.origin).port}` })],
    ['under our address with another port', 403, 'GET', '/', () => ({ cookie, host: '127.0.0.1:80' })],
    ['from another page', 403, 'POST', '/rpc/conventions/list', () => ({ ...own(), origin: 'http://office.test' })],
    ['from another port of this computer', 403, 'POST', '/rpc/conventions/list', () => ({ ...own(), origin: 'http://127.0.0.1:80' })],
    ['from this port over https', 403, 'POST', '/rpc/conventions/list', () => ({ ...own(), origin: `https://${host()}` })],
    ['from a page without an origin', 403, 'POST', '/rpc/conventions/list', () => ({ ...own(), origin: 'null' })],
    ['that does not say where it comes from', 403, 'POST', '/rpc/conventions/list', () => ({ ...json, cookie })],
    ['that reads a procedure with GET', 405, 'GET', `/rpc/conventions/list?data=${encodeURIComponent(list)}`, own],
    ['that writes to a page', 405, 'POST', '/', own],
    ['that deletes', 405, 'DELETE', '/index.html', own],
    ['with an address that is none', 400, 'GET', '//', own],
    ['that climbs out of the folder', 404, 'GET', '/../secret.txt', own],
    ['that climbs out in disguise', 404, 'GET', '/..%2fsecret.txt', own],
    ['that climbs out in double disguise', 404, 'GET', '/%2e%2e/%2e%2e%5csecret.txt', own],
    ['for a file that does not exist', 404, 'GET', '/assets/none.js', own],
    ['for a kind of file that is not served', 404, 'GET', '/xiangyue.sqlite', own],
  ])('%s is refused with %i', async (_name, status, method, path, headers) => {
    const answer = await send(method, path, headers(), method === 'POST' ? list : '');
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(/[\u4E00-\u9FFF]/u);
    expect(answer.body).not.toContain('不能给人看');
  });

  it('made by a form of another page is refused before the router sees it', async () => {
    const form = { cookie, origin: 'http://office.test', 'content-type': 'text/plain' };
    expect((await send('POST', '/rpc/conventions/createSample', form, '{"json":{}}')).status).toBe(403);
    expect((await backend.client.conventions.list({ offset: 0, limit: 10, discarded: false })).total).toBe(0);
  });

  it.each([
    ['no JSON', '{"json": '],
    ['JSON of another shape', '[1, 2, 3]'],
    ['a map of what is not there', '{"json":{},"meta":[[1,"json","a"]]}'],
  ])('with %s in it is refused in Chinese', async (_name, body) => {
    const { status, body: text } = await send('POST', '/rpc/conventions/list', own(), body);
    expect(status).toBe(400);
    expect(text).toContain('BAD_INPUT');
    expect(text).toContain('内容的格式不对');
  });

  it.each<[string, () => Promise<Answer>]>([
    ['a page', () => send('GET', '/', { cookie })],
    ['a script', () => send('GET', '/assets/index-1a2b.js', { cookie })],
    ['a call', () => send('POST', '/rpc/conventions/list', own(), list)],
    ['an unknown call', () => send('POST', '/rpc/nothing', own(), list)],
    ['a refusal', () => send('GET', '/')],
    ['a missing file', () => send('GET', '/none.js', { cookie })],
    ['another host', () => send('GET', '/', { cookie, host: 'office.test' })],
  ])('for %s is answered under the policy', async (_name, ask) => {
    expect((await ask()).headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('keeps files with a hash in their name and asks again for everything else', async () => {
    expect((await send('GET', '/assets/index-1a2b.js', { cookie })).headers['cache-control']).toContain('immutable');
    expect((await send('GET', '/', { cookie })).headers['cache-control']).toBe('no-cache');
    expect((await send('GET', '/', {})).headers['cache-control']).toBe('no-store');
  });
});

const refusedSize = z.object({ json: z.object({ code: z.literal('FILE_TOO_LARGE'), message: z.string() }) });

/** Writes a head and then nothing: who waits for the body before he answers never answers. */
function answerToHead(headers: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(['POST /rpc/imports/preview HTTP/1.1', `host: ${host()}`, `cookie: ${cookie}`, `origin: ${server.origin}`, ...headers, '', ''].join('\r\n'));
    });
    let text = '';
    socket.setEncoding('utf8').on('data', (piece) => {
      text += String(piece);
      if (!text.endsWith('}}') && !text.includes('}}\r\n')) return;
      socket.destroy();
      resolve(text);
    });
    socket.on('error', reject);
  });
}

describe('a request that is too large', () => {
  it.each([
    ['its length says so', [`content-length: ${limits.requestBytes + 1}`]],
    ['it tells no length', ['transfer-encoding: chunked']],
  ])('is refused before it is read when %s', async (_name, headers) => {
    const answer = await answerToHead(headers);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /u);
    const body: unknown = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
    expect(refusedSize.parse(body).json.message).toBe(errorText('FILE_TOO_LARGE'));
  });
});
