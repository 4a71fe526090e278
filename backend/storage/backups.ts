import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { schemaVersion } from '#backend/storage/baselineSchema.ts';
import { isDiskFull } from '#backend/storage/isDiskFull.ts';
import { DomainError } from '#core/errors.ts';

const kept = 30;
const namePattern = /^xiangyue-\d{4}-\d{2}-\d{2}T\d{6}Z\.sqlite$/u;

/** Left behind when the process was ended while it wrote a copy. */
const unfinishedPattern = /^xiangyue-.*\.sqlite\.part(?:-journal|-wal|-shm)?$/u;

export type Backups = {
  list(): { name: string; createdAt: string; bytes: number; intact: boolean }[];
  /** Writes a consistent copy while the database is in use; returns its name. Throws DISK_FULL. */
  create(): Promise<string>;
  /** A copy for today, unless there is one or nobody has begun to work here. */
  createDaily(): Promise<void>;
  /** Puts a checked backup in place of the present data, which is itself kept as a backup first. */
  restore(name: string): Promise<void>;
};

function databaseIsIntact(path: string): boolean {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    const version = Number(database.pragma('user_version', { simple: true }));
    return version >= 1 && version <= schemaVersion && database.pragma('quick_check', { simple: true }) === 'ok';
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  } finally {
    database?.close();
  }
}

/** Backups are named by their instant in UTC, so that their order is their age. The newest thirty are kept. */
export function backups(folder: string, databaseFile: string, sqlite: Database.Database, now: () => Date): Backups {
  const names = () =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => namePattern.test(name))
          .sort()
          .reverse()
      : [];
  const create = async () => {
    mkdirSync(folder, { recursive: true });
    const stamp = now().toISOString().replace(/\.\d+Z$/u, 'Z').replace(/:/gu, '');
    const name = `xiangyue-${stamp}.sqlite`;
    const temporary = join(folder, `${name}.part`);
    try {
      await sqlite.backup(temporary);
      renameSync(temporary, join(folder, name));
    } catch (error) {
      rmSync(temporary, { force: true });
      if (isDiskFull(error)) throw new DomainError('DISK_FULL', undefined, { cause: error });
      throw error;
    }
    for (const old of names().slice(kept)) rmSync(join(folder, old), { force: true });
    return name;
  };
  return {
    list: () =>
      names().map((name) => {
        const path = join(folder, name);
        const stamp = name.slice('xiangyue-'.length, -'.sqlite'.length);
        const createdAt = stamp.replace(/T(\d{2})(\d{2})(\d{2})Z$/u, 'T$1:$2:$3Z');
        return { name, createdAt, bytes: statSync(path).size, intact: databaseIsIntact(path) };
      }),
    create,
    async createDaily() {
      for (const name of existsSync(folder) ? readdirSync(folder) : []) {
        if (unfinishedPattern.test(name)) rmSync(join(folder, name), { force: true });
      }
      // A copy of the empty file would be the copy of the first day, and its work would have none.
      if (sqlite.prepare('SELECT id FROM installation').get() === undefined) return;
      const today = now().toISOString().slice(0, 10);
      if (!names().some((name) => name.startsWith(`xiangyue-${today}`))) await create();
    },
    async restore(name) {
      const path = join(folder, name);
      if (!namePattern.test(name) || !existsSync(path)) throw new DomainError('NOT_FOUND', '这份备份');
      if (!databaseIsIntact(path)) throw new DomainError('DATA_FOLDER_DAMAGED', '这份备份不完整');
      await create();
      const source = new Database(path, { readonly: true, fileMustExist: true });
      try {
        // SQLite's backup interface writes into the open database as one transaction; every connection sees the result.
        await source.backup(databaseFile);
      } finally {
        source.close();
      }
    },
  };
}
