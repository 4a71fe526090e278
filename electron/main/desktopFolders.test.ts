import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopFolders } from '#electron/main/desktopFolders.ts';

describe('desktopFolders', () => {
  let work = '';
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), '乡约 位置-'));
  });
  afterEach(() => rmSync(work, { recursive: true }));

  it.each([[['xiangyue']], [['electron', '.', '--data']], [['electron', '.', '--data', '--other']]])(
    'lie in the application folder of the person for %j',
    (commandLine) => {
      const own = join(work, 'xiangyue');
      expect(desktopFolders(commandLine, work)).toEqual({ profile: own, data: join(own, 'data') });
      expect(existsSync(own)).toBe(true);
    },
  );

  it('lie in the folder that the command line names', () => {
    const data = join(work, '某处', '数据');
    const expected = { data, profile: join(data, 'window') };
    expect(desktopFolders(['electron', '.', '--data', data], work)).toEqual(expected);
    expect(desktopFolders(['electron', '.', `--data=${data}`], work)).toEqual(expected);
    expect(existsSync(expected.profile)).toBe(true);
  });

  it('keep the window openable where the named folder cannot be written', () => {
    const data = join(work, '不是文件夹');
    writeFileSync(data, '');
    expect(desktopFolders(['electron', '.', '--data', data], work)).toEqual({ data, profile: join(work, 'xiangyue') });
  });
});
