import { accessSync, constants, existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { baselineSchema, schemaVersion } from '#backend/storage/baselineSchema.ts';
import { SqliteStoreDialect } from '#backend/storage/SqliteStoreDialect.ts';
import type { Tables } from '#backend/storage/tables.ts';
import { DomainError } from '#core/errors.ts';

export type Store = Kysely<Tables>;

export type OpenDatabase = { store: Store; sqlite: Database.Database };

/**
 * Opens or creates the database file and checks that it is whole and of this application's time.
 * Throws DATA_FOLDER_NEWER, DATA_FOLDER_DAMAGED or DATA_FOLDER_READ_ONLY; a refused file is left as it is.
 */
export function openDatabase(path: string): OpenDatabase {
  const exists = path !== ':memory:' && existsSync(path);
  if (exists) {
    try {
      accessSync(path, constants.W_OK);
    } catch (error) {
      throw new DomainError('DATA_FOLDER_READ_ONLY', undefined, { cause: error });
    }
  }
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(path);
    const found = Number(sqlite.pragma('user_version', { simple: true }));
    if (found > schemaVersion) throw new DomainError('DATA_FOLDER_NEWER');
    if (exists && sqlite.pragma('quick_check', { simple: true }) !== 'ok') throw new DomainError('DATA_FOLDER_DAMAGED');
    sqlite.pragma('journal_mode = WAL');
    // An acknowledged save is on disk even when the power fails.
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    if (found === 0) {
      const create = sqlite.transaction((database: Database.Database) => {
        database.exec(baselineSchema);
        database.pragma(`user_version = ${schemaVersion}`);
      });
      create(sqlite);
    }
  } catch (error) {
    sqlite?.close();
    if (error instanceof Database.SqliteError) {
      if (['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(error.code)) {
        throw new DomainError('DATA_FOLDER_DAMAGED', undefined, { cause: error });
      }
      if (['SQLITE_READONLY', 'SQLITE_CANTOPEN'].includes(error.code)) {
        throw new DomainError('DATA_FOLDER_READ_ONLY', undefined, { cause: error });
      }
    }
    throw error;
  }
  const store = new Kysely<Tables>({
    dialect: new SqliteStoreDialect(sqlite),
    plugins: [new CamelCasePlugin()],
  });
  return { store, sqlite };
}
