import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDataFolder } from '#backend/storage/lockDataFolder.ts';
import { openDatabase } from '#backend/storage/openDatabase.ts';
import { launchBundles } from '#electron/standIn/launchBundles.ts';
import { buildElectron } from '#scripts/buildElectron.ts';

const root = join(import.meta.dirname, '..');
const failureAddress = 'xiangyue-app://start/failure';
const action = (name: string) => `xiangyue-app://start/${name}`;

/** One application goes through these in order: its folder is in use, then damaged, then restored. */
describe('a desktop application that cannot open its data', () => {
  let desktop: Awaited<ReturnType<typeof launchBundles>>;
  let unlock: (() => void) | undefined;
  const shownAgain = () =>
    new Promise<void>((resolve) => {
      desktop.window.webContents.once('did-finish-load', () => resolve());
    });

  beforeAll(async () => {
    desktop = await launchBundles({
      root,
      build: (outDir) => buildElectron(root, outDir),
      prepare: async ({ dataFolder }) => {
        mkdirSync(join(dataFolder, '备份'), { recursive: true });
        const { sqlite } = openDatabase(join(dataFolder, 'good.sqlite'));
        await sqlite.backup(join(dataFolder, '备份', 'xiangyue-2026-03-01T000000Z.sqlite'));
        sqlite.close();
        writeFileSync(join(dataFolder, 'xiangyue.sqlite'), '不是数据库的内容'.repeat(200));
        unlock = lockDataFolder(dataFolder);
        return [];
      },
    });
    await desktop.pageLoaded(failureAddress);
  }, 120_000);

  afterAll(() => desktop.remove());

  it('says what happened and where the data lies, and offers no restore over data that is in use', () => {
    const { page } = desktop.window.webContents;
    expect(page).toContain('数据文件夹正被另一个乡约使用');
    expect(page).toContain(desktop.dataFolder);
    expect(page).toContain(action('retry'));
    expect(page).not.toContain(action('restore'));
    expect(page).not.toContain('<script');
    expect(desktop.openPage().native).toBeUndefined();
  });

  it('copies the details for a maintainer', async () => {
    const shown = shownAgain();
    expect(desktop.window.webContents.navigates(action('copy'))).toBe(false);
    await shown;
    expect(desktop.electron.shown.clipboard).toContain('DATA_FOLDER_IN_USE');
    expect(desktop.window.webContents.page).toContain('已复制');
  });

  it('opens the data folder', () => {
    desktop.window.webContents.navigates(action('folder'));
    expect(desktop.electron.shown.openedPaths).toEqual([desktop.dataFolder]);
  });

  it('tries again, and offers the backups where the data is damaged', async () => {
    unlock?.();
    const loading = desktop.pageLoaded('xiangyue-app://start/loading');
    desktop.window.webContents.navigates(action('retry'));
    await loading;
    await desktop.pageLoaded(failureAddress);
    expect(desktop.window.webContents.page).toContain('数据文件检查没有通过');
    expect(desktop.window.webContents.page).toContain(action('restore'));
  });

  it('leaves the data alone when the person thinks better of it, and opens from the backup he chooses', async () => {
    const { answers, shown } = desktop.electron;
    answers.buttons = ['取消'];
    desktop.window.webContents.navigates(action('restore'));
    expect(shown.boxes.at(-1)?.buttons).toHaveLength(2);
    answers.buttons = [shown.boxes.at(-1)?.buttons[0] ?? ''];
    const opened = desktop.pageLoaded('xiangyue-app://app/');
    desktop.window.webContents.navigates(action('restore'));
    await opened;
    expect(desktop.openPage().native?.host).toBe('desktop');
  });

  it('ends when the window is closed', async () => {
    desktop.window.close();
    expect(await desktop.electron.app.exited).toBe(0);
  });
});
