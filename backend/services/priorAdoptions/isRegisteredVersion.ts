import type { Store } from '#backend/storage/openDatabase.ts';

/** Whether a version was registered as adopted before or outside the application. */
export async function isRegisteredVersion(store: Store, versionId: string): Promise<boolean> {
  const row = await store.selectFrom('priorAdoption').select('id').where('versionId', '=', versionId).executeTakeFirst();
  return row !== undefined;
}
