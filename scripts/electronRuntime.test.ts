import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadElectronRuntime, electronRuntime } from '#scripts/electronRuntime.ts';

describe('electronRuntime', () => {
  let root = '';
  let said: string[] = [];
  const put = (path: string, content: string) => {
    const file = join(root, 'node_modules', 'electron', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
  };
  beforeEach(() => {
    said = [];
    root = mkdtempSync(join(tmpdir(), '乡约 运行环境-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is absent without path.txt', () => {
    put('dist/electron', '');
    expect(electronRuntime(root)).toBeUndefined();
  });

  it('is absent when path.txt names a file that is not there', () => {
    put('path.txt', 'electron');
    expect(electronRuntime(root)).toBeUndefined();
  });

  it('is the file that path.txt names', () => {
    put('path.txt', 'electron.exe');
    put('dist/electron.exe', '');
    expect(electronRuntime(root)).toBe(join(root, 'node_modules', 'electron', 'dist', 'electron.exe'));
  });

  it.each([{ CI: 'true' }, { XIANGYUE_NO_DOWNLOAD: '1' }])('is not downloaded with %j', async (environment) => {
    put('install.js', "require('node:fs').writeFileSync(__dirname + '/path.txt', 'ran')");
    expect(await downloadElectronRuntime(root, environment, (line) => said.push(line))).toBe(false);
    expect(electronRuntime(root)).toBeUndefined();
    expect(said).toEqual([]);
  });

  it('is there after a download that worked', async () => {
    put(
      'install.js',
      "const fs = require('node:fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron');",
    );
    expect(await downloadElectronRuntime(root, { PATH: process.env['PATH'] }, (line) => said.push(line))).toBe(true);
    expect(said).toHaveLength(1);
  });

  it('stays absent after a download that failed', async () => {
    put('install.js', 'process.exit(1)');
    expect(await downloadElectronRuntime(root, { PATH: process.env['PATH'] }, (line) => said.push(line))).toBe(false);
  });
});
