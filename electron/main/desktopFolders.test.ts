import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { desktopFolders } from '#electron/main/desktopFolders.ts';

describe('desktopFolders', () => {
  const usual = { profile: join('/应用', 'xiangyue'), data: join('/应用', 'xiangyue', 'data') };
  const named = { data: resolve('/某处/数据'), profile: join(resolve('/某处/数据'), 'window') };

  it.each([
    [['xiangyue'], usual],
    [['electron', '.', '--data', '/某处/数据'], named],
    [['electron', '.', '--data=/某处/数据'], named],
    [['electron', '.', '--data'], usual],
    [['electron', '.', '--data', '--other'], usual],
  ])('%j', (commandLine, expected) => {
    expect(desktopFolders(commandLine, '/应用')).toEqual(expected);
  });
});
