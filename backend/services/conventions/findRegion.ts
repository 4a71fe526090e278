import type { Store } from '#backend/storage/openDatabase.ts';

async function find(store: Store, newId: () => string, level: string, name: string, parentId: string | null) {
  let query = store.selectFrom('region').select('id').where('level', '=', level).where('name', '=', name);
  query = parentId === null ? query.where('parentId', 'is', null) : query.where('parentId', '=', parentId);
  const found = await query.executeTakeFirst();
  if (found !== undefined) return found.id;
  const id = newId();
  await store.insertInto('region').values({ id, parentId, level, name, code: null }).execute();
  return id;
}

/** The region of a village within its township, entered when it is not there yet. An empty township leaves the village at the top. */
export async function findRegion(store: Store, newId: () => string, village: string, township: string): Promise<string> {
  const parentId = township === '' ? null : await find(store, newId, 'township', township, null);
  return find(store, newId, 'village', village, parentId);
}
