import { describe, expect, it } from 'vitest';
import { hasDisplay, windowCommand } from '#scripts/openWindow.ts';

const url = 'http://127.0.0.1:4100/?secret=1';

function machine(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, files: readonly string[]) {
  return { platform, environment, exists: (path: string) => files.includes(path), isRoot: false };
}

describe('windowCommand', () => {
  it('opens an application window of Edge on Windows, with a profile of its own', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const environment = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    const found = windowCommand(url, 'D:\\数据\\window', machine('win32', environment, [chrome, edge]));
    expect(found?.command).toBe(edge);
    expect(found?.args.slice(0, 2)).toEqual([`--app=${url}`, '--user-data-dir=D:\\数据\\window']);
  });

  it('opens an application window of Chrome on macOS', () => {
    const chrome = '/Users/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(windowCommand(url, '/p', machine('darwin', { HOME: '/Users/li' }, [chrome]))?.command).toBe(chrome);
  });

  it('opens an application window of what the path offers on Linux', () => {
    const environment = { PATH: '/usr/local/bin:/usr/bin', DISPLAY: ':0' };
    expect(windowCommand(url, '/p', machine('linux', environment, ['/usr/bin/chromium']))?.command).toBe('/usr/bin/chromium');
  });

  it.each([
    ['win32' as const, {}, 'rundll32.exe'],
    ['darwin' as const, {}, 'open'],
    ['linux' as const, { PATH: '/usr/bin', WAYLAND_DISPLAY: 'wayland-0' }, '/usr/bin/xdg-open'],
  ])('falls back to the default browser on %s', (platform, environment, command) => {
    const found = windowCommand(url, '/p', machine(platform, environment, ['/usr/bin/xdg-open']));
    expect(found).toMatchObject({ command, kind: 'browser' });
    expect(found?.args.at(-1)).toBe(url);
  });

  it('opens nothing where there is no display or no program', () => {
    expect(windowCommand(url, '/p', machine('linux', { PATH: '/usr/bin' }, ['/usr/bin/chromium']))).toBeUndefined();
    expect(windowCommand(url, '/p', machine('linux', { PATH: '/usr/bin', DISPLAY: ':0' }, []))).toBeUndefined();
  });
});

describe('hasDisplay', () => {
  it.each([
    ['linux' as const, {}, false],
    ['linux' as const, { DISPLAY: '' }, false],
    ['linux' as const, { DISPLAY: ':0' }, true],
    ['win32' as const, {}, true],
  ])('%s with %j is %s', (platform, environment, expected) => {
    expect(hasDisplay({ platform, environment })).toBe(expected);
  });
});
