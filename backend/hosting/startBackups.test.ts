import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBackups } from '#backend/hosting/startBackups.ts';
import { lockDataFolder } from '#backend/storage/lockDataFolder.ts';
import { openDatabase } from '#backend/storage/openDatabase.ts';

const now = () => new Date('2026-03-02T01:02:03.000Z');
const good = 'xiangyue-2026-03-01T000000Z.sqlite';

describe('startBackups', () => {
  let folder = '';
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), '乡约 恢复-'));
    mkdirSync(join(folder, '备份'));
    const { sqlite } = openDatabase(join(folder, 'good.sqlite'));
    await sqlite.backup(join(folder, '备份', good));
    sqlite.close();
    writeFileSync(join(folder, '备份', 'xiangyue-2026-03-02T000000Z.sqlite'), '坏的备份');
    writeFileSync(join(folder, 'xiangyue.sqlite'), '坏的数据');
    writeFileSync(join(folder, 'xiangyue.sqlite-wal'), '坏的日志');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lists whole backups only', () => {
    expect(startBackups(folder, now).list()).toEqual([{ name: good, createdAt: '2026-03-01T00:00:00Z' }]);
  });

  it('puts a backup in place and keeps what was there', () => {
    startBackups(folder, now).restore(good);
    openDatabase(join(folder, 'xiangyue.sqlite')).sqlite.close();
    const aside = readdirSync(join(folder, '备份')).find((name) => name.startsWith('换下的数据')) ?? '';
    expect(readFileSync(join(folder, '备份', aside, 'xiangyue.sqlite'), 'utf8')).toBe('坏的数据');
    expect(readFileSync(join(folder, '备份', aside, 'xiangyue.sqlite-wal'), 'utf8')).toBe('坏的日志');
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('refuses a name that is no backup, and a folder that is in use, without touching the data', () => {
    expect(() => startBackups(folder, now).restore('../xiangyue.sqlite')).toThrow('NOT_FOUND');
    const unlock = lockDataFolder(folder);
    expect(() => startBackups(folder, now).restore(good)).toThrow('DATA_FOLDER_IN_USE');
    unlock();
    expect(readFileSync(join(folder, 'xiangyue.sqlite'), 'utf8')).toBe('坏的数据');
  });
});
