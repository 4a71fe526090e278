import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSafeClient } from '@orpc/client';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestBackend, identity, removeTestFolder, testClock, type TestBackend } from '#backend/testing/createTestBackend.ts';

const opened: TestBackend[] = [];
async function open(options: Parameters<typeof createTestBackend>[0] = {}): Promise<TestBackend> {
  const backend = await createTestBackend(options);
  opened.push(backend);
  return backend;
}
afterEach(async () => {
  for (const backend of opened.splice(0)) {
    await backend.close();
    removeTestFolder(backend.dataFolder);
    if (backend.bugs.length > 0) throw new Error(backend.bugs.join('\n'));
  }
});

const drafter = identity('陈秀兰', '溪口村村民委员会', 'drafter');
const place = { village: '溪口村', township: '云溪镇', kind: 'village' as const };
const page = { offset: 0, limit: 10, discarded: false };

describe('the first start', () => {
  it('registers one person when two windows ask at once, and tells the other', async () => {
    const { client } = await open();
    const safe = createSafeClient(client);
    const results = await Promise.all([1, 2, 3].map((number) => safe.installation.register({ ...drafter, person: `陈${number}` })));
    expect(results.map(({ error }) => (error === null ? 'done' : Reflect.get(error, 'code'))).toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'done']);
  });
});

describe('the daily backup', () => {
  it('begins with the first work, not with an empty folder, and is made once a day', async () => {
    const clock = testClock();
    const first = await createTestBackend({ clock });
    await first.client.installation.register(drafter);
    expect(await first.client.backups.list()).toEqual([]);
    await first.client.conventions.create(place);
    await first.close();
    for (const expected of [1, 1, 2]) {
      clock.advance(3_600_000);
      if (expected === 2) clock.advance(86_400_000);
      const again = await createTestBackend({ dataFolder: first.dataFolder, clock, idPrefix: `again-${expected}` });
      const list = await again.client.backups.list();
      await again.close();
      expect(list).toHaveLength(expected);
      expect(list.every(({ intact }) => intact)).toBe(true);
    }
    removeTestFolder(first.dataFolder);
  });

  it('is made for every day of an application that is never closed', async () => {
    const { client, clock } = await open();
    await client.installation.register(drafter);
    for (const days of [1, 2, 3]) {
      clock.advance(86_400_000);
      await client.conventions.create(place);
      await client.conventions.create({ ...place, village: `第${days}村` });
      clock.advance(1_000);
      await client.backups.create();
    }
    const days = (await client.backups.list()).map(({ createdAt }) => createdAt.slice(0, 10));
    expect(days).toEqual(['2026-11-27', '2026-11-27', '2026-11-26', '2026-11-26', '2026-11-25', '2026-11-25']);
  });

  it('clears away what was left unfinished when the power failed', async () => {
    const first = await createTestBackend();
    await first.close();
    const folder = join(first.dataFolder, '备份');
    writeFileSync(join(folder, 'xiangyue-2026-11-23T020000Z.sqlite.part'), '写了一半');
    writeFileSync(join(folder, '说明.txt'), '别人的文件');
    await open({ dataFolder: first.dataFolder });
    expect(readdirSync(folder)).toEqual(['说明.txt']);
  });
});

describe('restoring', () => {
  it('waits for the saves that are under way, and they for it', async () => {
    const { client, clock } = await open();
    await client.installation.register(drafter);
    const { conventionId } = await client.conventions.create(place);
    const { name } = await client.backups.create();
    clock.advance(60_000);
    const { document } = await client.drafts.get({ conventionId });
    const saving = [1, 2, 3, 4, 5].map((baseRevision) => createSafeClient(client).drafts.save({ conventionId, baseRevision, document }));
    await Promise.all([...saving.slice(0, 3), client.backups.restore({ name }), ...saving.slice(3)]);
    expect((await client.audit.verify()).brokenAt).toBeNull();
    expect((await client.conventions.list(page)).total).toBe(1);
  });

  it('of a time before anybody was registered leads back to the welcome, and the work stays in a backup', async () => {
    const { client, clock, dataFolder } = await open();
    const empty = await open();
    await client.installation.register(drafter);
    await client.conventions.create(place);
    const name = 'xiangyue-2026-11-20T020000Z.sqlite';
    const sqlite = new Database(join(empty.dataFolder, 'xiangyue.sqlite'));
    sqlite.prepare('VACUUM INTO ?').run(join(dataFolder, '备份', name));
    sqlite.close();
    await client.backups.restore({ name });
    expect((await client.installation.status()).installation).toBeNull();
    expect((await createSafeClient(client).conventions.list(page)).error).toMatchObject({ code: 'NOT_REGISTERED' });
    clock.advance(60_000);
    await client.installation.register(drafter);
    expect((await client.audit.verify()).brokenAt).toBeNull();
    const kept = (await client.backups.list()).find((backup) => backup.name !== name);
    await client.backups.restore({ name: kept?.name ?? '' });
    expect((await client.conventions.list(page)).total).toBe(1);
  });

  it('keeps files that came later out of reach instead of failing on them', async () => {
    const { client, clock } = await open();
    await client.installation.register(drafter);
    const { name } = await client.backups.create();
    clock.advance(60_000);
    const file = new File(['溪口村村规民约\n第一条 爱护公物。'], '旧公约.txt');
    const { attachment, document } = await client.imports.preview({ file });
    await client.backups.restore({ name });
    if (attachment === null) throw new Error('Nothing was kept');
    const { error } = await createSafeClient(client).conventions.create({ ...place, document, attachment });
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
    await client.imports.preview({ file });
    await client.conventions.create({ ...place, document, attachment });
    expect((await client.conventions.list(page)).total).toBe(1);
  });
});
