import { appendAuditEntry, type AuditFact, type RecordFact } from '#backend/storage/auditChain.ts';
import { isDiskFull } from '#backend/storage/isDiskFull.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { DomainError } from '#core/errors.ts';

export type Write = <Result>(
  actorId: string,
  useCase: (store: Store, record: RecordFact) => Promise<Result>,
) => Promise<Result>;

/**
 * The one way to change stored data: opens the transaction, runs the use case and appends what it recorded to the audit
 * chain, all or nothing. A use case that records nothing is a bug. A full disk becomes DISK_FULL.
 */
export function createWriter(store: Store, now: () => Date): Write {
  return async (actorId, useCase) => {
    try {
      return await store.transaction().execute(async (transaction) => {
        const facts: AuditFact[] = [];
        const result = await useCase(transaction, (fact) => facts.push({ ...fact, actorId }));
        if (facts.length === 0) throw new Error('A change without an audit entry');
        for (const fact of facts) await appendAuditEntry(transaction, fact, now().toISOString());
        return result;
      });
    } catch (error) {
      if (isDiskFull(error)) throw new DomainError('DISK_FULL', undefined, { cause: error });
      throw error;
    }
  };
}
