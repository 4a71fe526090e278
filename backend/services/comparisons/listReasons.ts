import type { ComparedPair } from '#backend/services/comparisons/readPair.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { StoredReason } from '#contract/comparisons.ts';

/** The reasons whose span of versions meets that of the pair, in the order in which they were written. */
export async function listReasons(store: Store, conventionId: string, { old, new: now }: ComparedPair): Promise<StoredReason[]> {
  const rows = await reasonRows(store)
    .where('changeReason.conventionId', '=', conventionId)
    .where('removedAt', 'is', null)
    .where('baseNumber', '<', now.number)
    .where('targetNumber', '>', old.number)
    .orderBy('writtenAt')
    .orderBy('changeReason.id')
    .execute();
  return rows.map(presentReason);
}

export function reasonRows(store: Store) {
  return store.selectFrom('changeReason').innerJoin('person', 'person.id', 'changeReason.writtenBy').selectAll('changeReason').select('person.name as writer');
}

type ReasonRow = Awaited<ReturnType<ReturnType<typeof reasonRows>['execute']>>[number];

export function presentReason({ id, place, source, sourceId, reason, basis, origin, writer, writtenAt }: ReasonRow): StoredReason {
  return { id, place, kind: source, sourceId, reason, basis, origin, writtenBy: writer, writtenAt };
}
