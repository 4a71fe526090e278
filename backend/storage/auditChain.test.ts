import { describe, expect, it } from 'vitest';
import { appendAuditEntry, verifyAuditChain } from '#backend/storage/auditChain.ts';
import { createWriter } from '#backend/storage/createWriter.ts';
import { openDatabase } from '#backend/storage/openDatabase.ts';

const at = '2026-11-24T02:00:00.000Z';

async function chainOf(length: number) {
  const { store, sqlite } = openDatabase(':memory:');
  for (let index = 1; index <= length; index += 1) {
    await appendAuditEntry(store, { actorId: 'a', action: 'draft.saved', subject: 'draft', subjectId: `d${index}` }, at);
  }
  return { store, sqlite };
}

describe('the audit chain', () => {
  it('holds when nothing was touched', async () => {
    const { store } = await chainOf(5);
    expect(await verifyAuditChain(store)).toEqual({ entries: 5, brokenAt: null });
  });

  it.each([
    ['an entry was changed', `UPDATE audit_entry SET subject_id = 'other' WHERE sequence = 3`, 3],
    ['an entry was taken out', 'DELETE FROM audit_entry WHERE sequence = 2', 2],
    ['entries were swapped', 'UPDATE audit_entry SET sequence = CASE sequence WHEN 2 THEN 30 ELSE sequence END', 2],
    ['its hash was made to fit', `UPDATE audit_entry SET action = 'x', hash = 'y' WHERE sequence = 4`, 4],
  ])('tells where when %s', async (_what, statement, brokenAt) => {
    const { store, sqlite } = await chainOf(5);
    sqlite.exec('DROP TRIGGER audit_entry_is_immutable; DROP TRIGGER audit_entry_is_kept;');
    sqlite.exec(statement);
    expect((await verifyAuditChain(store)).brokenAt).toBe(brokenAt);
  });
});

describe('the writer', () => {
  const now = () => new Date(at);
  const region = { id: 'r', parentId: null, level: 'township', name: '云溪镇', code: null };

  it('writes all or nothing', async () => {
    const { store } = openDatabase(':memory:');
    const write = createWriter(store, now);
    const failing = write('a', async (transaction, record) => {
      await transaction.insertInto('region').values(region).execute();
      record({ action: 'region.added', subject: 'region', subjectId: 'r' });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await store.selectFrom('region').selectAll().execute()).toEqual([]);
    expect(await verifyAuditChain(store)).toEqual({ entries: 0, brokenAt: null });
  });

  it('refuses a change that leaves no entry', async () => {
    const { store } = openDatabase(':memory:');
    const silent = createWriter(store, now)('a', async (transaction) => {
      await transaction.insertInto('region').values(region).execute();
    });
    await expect(silent).rejects.toThrow('without an audit entry');
    expect(await store.selectFrom('region').selectAll().execute()).toEqual([]);
  });
});
