import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRendererFile } from '#backend/hosting/readRendererFile.ts';

describe('readRendererFile', () => {
  const parent = mkdtempSync(join(tmpdir(), '乡约 界面-'));
  const folder = join(parent, 'renderer');

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<p>首页</p>');
    writeFileSync(join(folder, 'assets', 'main.js'), 'export {};');
    writeFileSync(join(folder, 'assets', 'main.js.map'), '{}');
    writeFileSync(join(parent, 'secret.txt'), '外面');
    mkdirSync(join(parent, 'renderer-other'));
    writeFileSync(join(parent, 'renderer-other', 'secret.txt'), '外面');
  });
  afterAll(() => rmSync(parent, { recursive: true }));

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/conventions/8f2c/draft', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'text/javascript; charset=utf-8'],
  ])('serves %s', async (pathname, contentType) => {
    expect(await readRendererFile(folder, pathname)).toMatchObject({ contentType });
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..%2frenderer-other%2fsecret.txt',
    '/C:%2fsecret.txt',
    '/assets/main.js%00.txt',
    '/%E0%A4%A.js',
    '/assets/main.js.map',
    '/assets/absent.js',
    '/assets/main.js/more.js',
  ])('serves nothing for %s', async (pathname) => {
    expect(await readRendererFile(folder, pathname)).toBeUndefined();
  });
});
