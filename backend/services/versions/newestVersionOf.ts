import type { Store } from '#backend/storage/openDatabase.ts';

/** A query for the newest version of a convention; whoever asks selects the columns. It finds none before the first freezing. */
export function newestVersionOf(store: Store, conventionId: string) {
  return store.selectFrom('version').where('conventionId', '=', conventionId).orderBy('number', 'desc').limit(1);
}
