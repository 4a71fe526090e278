import type { Store } from '#backend/storage/openDatabase.ts';

/** Where and when a version was posted, by the newest entry: a later one corrects an earlier one. */
export function newestPublication(store: Store, conventionId: string, versionId: string): Promise<{ postedOn: string; place: string } | undefined> {
  return store
    .selectFrom('publication')
    .select(['postedOn', 'place'])
    .where('conventionId', '=', conventionId)
    .where('versionId', '=', versionId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
