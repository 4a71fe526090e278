import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openedPackages } from '#electron/main/openedPackages.ts';

describe('openedPackages', () => {
  it.each([
    ['a double-clicked package', ['xiangyue', '/下载/新玉峰 送审.xiangyue'], ['/下载/新玉峰 送审.xiangyue']],
    ['a package beside the command', ['electron', '.', '送审.XIANGYUE'], [join('/工作', '送审.XIANGYUE')]],
    ['no package', ['xiangyue', '--data', '/数据', '公约.docx'], []],
    ['a switch that looks like one', ['xiangyue', '--data=/数据.xiangyue'], []],
    ['the program itself', ['/opt/app.xiangyue'], []],
  ])('finds %s', (_case, commandLine, expected) => {
    expect(openedPackages(commandLine, '/工作')).toEqual(expected);
  });
});
