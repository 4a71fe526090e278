import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { backups } from '#backend/storage/backups.ts';
import { lockDataFolder } from '#backend/storage/lockDataFolder.ts';
import { DomainError } from '#core/errors.ts';

type StartBackup = { name: string; createdAt: string };

export type StartBackups = {
  /** The backups that are whole, newest first. */
  list(): StartBackup[];
  /**
   * Puts a backup in place of a database file that cannot be opened, which is kept beside the backups.
   * Throws NOT_FOUND, or DATA_FOLDER_IN_USE when another process has the folder.
   */
  restore(name: string): void;
};

/** What can be done about a data folder whose database cannot be opened, so that no backend runs. */
export function startBackups(dataFolder: string, now: () => Date): StartBackups {
  const folder = join(dataFolder, '备份');
  const databaseFile = join(dataFolder, 'xiangyue.sqlite');
  const list = () => {
    // Only making a backup reads the open database, and there is none to read.
    const nothing = new Database(':memory:');
    nothing.close();
    return backups(folder, databaseFile, nothing, now)
      .list()
      .filter(({ intact }) => intact)
      .map(({ name, createdAt }) => ({ name, createdAt }));
  };
  return {
    list,
    restore(name) {
      if (!list().some((backup) => backup.name === name)) throw new DomainError('NOT_FOUND', '这份备份');
      const unlock = lockDataFolder(dataFolder);
      try {
        const temporary = join(dataFolder, 'restore.part');
        copyFileSync(join(folder, name), temporary);
        const aside = join(folder, `换下的数据 ${now().toISOString().replaceAll(':', '')}`);
        mkdirSync(aside);
        for (const suffix of ['-wal', '-shm', '']) {
          const path = `${databaseFile}${suffix}`;
          if (existsSync(path)) renameSync(path, join(aside, `xiangyue.sqlite${suffix}`));
        }
        renameSync(temporary, databaseFile);
      } finally {
        unlock();
      }
    },
  };
}
