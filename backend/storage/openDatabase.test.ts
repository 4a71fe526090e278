import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#backend/storage/openDatabase.ts';
import { schemaVersion } from '#backend/storage/baselineSchema.ts';
import { newTestFolder, removeTestFolder } from '#backend/testing/createTestBackend.ts';

const folders: string[] = [];
function file(): string {
  const path = newTestFolder();
  mkdirSync(path, { recursive: true });
  folders.push(path);
  return join(path, 'xiangyue.sqlite');
}
afterEach(() => folders.splice(0).forEach(removeTestFolder));

describe('openDatabase', () => {
  it('creates a file whose acknowledged writes are on disk and whose references hold', async () => {
    const { store, sqlite } = openDatabase(file());
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(2);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    await store.destroy();
  });

  it('keeps what was written when it is opened again', async () => {
    const path = file();
    const first = openDatabase(path);
    await first.store
      .insertInto('region')
      .values({ id: 'a', parentId: null, level: 'township', name: '云溪镇', code: null })
      .execute();
    await first.store.destroy();
    const second = openDatabase(path);
    expect(await second.store.selectFrom('region').select('name').execute()).toEqual([{ name: '云溪镇' }]);
    await second.store.destroy();
  });

  it('refuses a file of a newer application and leaves it as it is', async () => {
    const path = file();
    const { store, sqlite } = openDatabase(path);
    sqlite.pragma(`user_version = ${schemaVersion + 1}`);
    await store.destroy();
    const before = readFileSync(path);
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_NEWER' }));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['no database at all', (path: string) => writeFileSync(path, '这不是数据库'.repeat(200))],
    [
      'a database with torn pages',
      (path: string) => {
        const database = new Database(path);
        database.exec('CREATE TABLE t (x TEXT); CREATE INDEX i ON t (x);');
        const insert = database.prepare('INSERT INTO t VALUES (?)');
        for (let index = 0; index < 500; index += 1) insert.run(`第${index}条`.repeat(20));
        database.pragma(`user_version = ${schemaVersion}`);
        database.close();
        const bytes = readFileSync(path);
        bytes.fill(0x5a, 4096 * 3, 4096 * 6);
        writeFileSync(path, bytes);
      },
    ],
  ])('refuses %s and leaves it as it is', (_what, prepare) => {
    const path = file();
    prepare(path);
    const before = readFileSync(path);
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'DATA_FOLDER_DAMAGED' }));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('lets nobody change or remove a version, an opinion or an audit entry', async () => {
    const { store, sqlite } = openDatabase(file());
    sqlite.pragma('foreign_keys = OFF');
    sqlite.exec(`INSERT INTO audit_entry VALUES (1, '', '', '', '', '', '', '', '')`);
    sqlite.exec(`INSERT INTO version VALUES ('v', 'c', 1, '', 1, '', '', 0, '', '', '', 0, '', '')`);
    for (const statement of [
      `UPDATE audit_entry SET action = 'x'`,
      'DELETE FROM audit_entry',
      `UPDATE version SET document = 'x'`,
      'DELETE FROM version',
    ]) {
      expect(() => sqlite.exec(statement)).toThrow(/immutable|kept/u);
    }
    await store.destroy();
  });
});
