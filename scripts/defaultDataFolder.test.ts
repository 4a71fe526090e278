import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from '#scripts/defaultDataFolder.ts';

describe('defaultDataFolder', () => {
  it.each([
    ['win32' as const, { APPDATA: '/漫游' }, join('/漫游', 'xiangyue', 'data')],
    ['win32' as const, {}, join('/家', 'AppData', 'Roaming', 'xiangyue', 'data')],
    ['darwin' as const, {}, join('/家', 'Library', 'Application Support', 'xiangyue', 'data')],
    ['linux' as const, { XDG_DATA_HOME: '/共享' }, join('/共享', 'xiangyue', 'data')],
    ['linux' as const, {}, join('/家', '.local', 'share', 'xiangyue', 'data')],
  ])('on %s with %j', (platform, environment, expected) => {
    expect(defaultDataFolder(platform, environment, '/家')).toBe(expected);
  });
});
