import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export type BareDatabase = { sqlite: Database.Database; close(): void };

/** An empty database file with the settings of the application's own, in a folder on the same disk. */
export function openBareDatabase(schema: string): BareDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'bare-database-'));
  const sqlite = new Database(join(folder, 'bare.sqlite'));
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.exec(schema);
  return {
    sqlite,
    close() {
      sqlite.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
