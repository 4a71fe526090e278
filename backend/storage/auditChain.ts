import { createHash } from 'node:crypto';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { Tables } from '#backend/storage/tables.ts';

export type AuditFact = {
  actorId: string;
  /** what was done, as noun.verb: version.frozen */
  action: string;
  subject: keyof Tables;
  subjectId: string;
  contentHash?: string;
};

/** Puts down what a use case did; its actor and its instant are added when it is appended. */
export type RecordFact = (fact: Omit<AuditFact, 'actorId'>) => void;

const firstHash = '0'.repeat(64);

function entryHash(entry: Omit<Tables['auditEntry'], 'hash'>): string {
  const fields = [
    entry.sequence,
    entry.at,
    entry.actorId,
    entry.action,
    entry.subject,
    entry.subjectId,
    entry.contentHash,
    entry.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Appends one entry whose hash covers the entry before it. Ids and hashes only: no names, no free text. */
export async function appendAuditEntry(store: Store, fact: AuditFact, at: string): Promise<void> {
  const last = await store
    .selectFrom('auditEntry')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at,
    actorId: fact.actorId,
    action: fact.action,
    subject: fact.subject,
    subjectId: fact.subjectId,
    contentHash: fact.contentHash ?? '',
    previousHash: last?.hash ?? firstHash,
  };
  await store.insertInto('auditEntry').values({ ...entry, hash: entryHash(entry) }).execute();
}

/** Recomputes the whole chain. `brokenAt`: the sequence number of the first entry that was changed, removed or put in. */
export async function verifyAuditChain(store: Store): Promise<{ entries: number; brokenAt: number | null }> {
  let previousHash = firstHash;
  let entries = 0;
  for (;;) {
    const page = await store
      .selectFrom('auditEntry')
      .selectAll()
      .where('sequence', '>', entries)
      .orderBy('sequence')
      .limit(5_000)
      .execute();
    if (page.length === 0) return { entries, brokenAt: null };
    for (const { hash, ...entry } of page) {
      const isNext = entry.sequence === entries + 1 && entry.previousHash === previousHash;
      if (!isNext || entryHash(entry) !== hash) return { entries, brokenAt: entries + 1 };
      previousHash = hash;
      entries += 1;
    }
  }
}
