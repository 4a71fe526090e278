import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWriter } from '#backend/storage/createWriter.ts';
import { openDatabase, type OpenDatabase } from '#backend/storage/openDatabase.ts';
import { newTestFolder, removeTestFolder, testClock } from '#backend/testing/createTestBackend.ts';

let folder: string;
let database: OpenDatabase;
beforeEach(() => {
  folder = newTestFolder();
  mkdirSync(folder, { recursive: true });
  database = openDatabase(join(folder, 'xiangyue.sqlite'));
});
afterEach(async () => {
  await database.store.destroy();
  removeTestFolder(folder);
});

const village = { id: 'a', parentId: null, level: 'village', name: '溪口村', code: null };

describe('a change of stored data', () => {
  it('that nobody entered in the record of actions is not kept', async () => {
    const write = createWriter(database.store, testClock().now);
    await expect(write('p', (store) => store.insertInto('region').values(village).execute())).rejects.toThrow('audit entry');
    expect(await database.store.selectFrom('region').selectAll().execute()).toEqual([]);
  });

  it('says that the disk is full when a file beside the database finds no room, and is not kept', async () => {
    const write = createWriter(database.store, testClock().now);
    const noRoom = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const change = write('p', async (store, record) => {
      await store.insertInto('region').values(village).execute();
      record({ action: 'region.added', subject: 'region', subjectId: 'a' });
      throw noRoom;
    });
    await expect(change).rejects.toMatchObject({ code: 'DISK_FULL', cause: noRoom });
    expect(await database.store.selectFrom('region').selectAll().execute()).toEqual([]);
  });

  it('says that the disk is full when the database finds no room', async () => {
    const write = createWriter(database.store, testClock().now);
    database.sqlite.pragma(`max_page_count = ${Number(database.sqlite.pragma('page_count', { simple: true }))}`);
    const change = write('p', async (store, record) => {
      await store.insertInto('region').values({ ...village, name: '溪口村'.repeat(100_000) }).execute();
      record({ action: 'region.added', subject: 'region', subjectId: 'a' });
    });
    await expect(change).rejects.toMatchObject({ code: 'DISK_FULL' });
  });
});
