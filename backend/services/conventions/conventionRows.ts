import type { Store } from '#backend/storage/openDatabase.ts';

/** Conventions with the names of their village and township; the caller adds conditions and order. `township` is null at the top. */
export function conventionRows(store: Store) {
  return store
    .selectFrom('convention')
    .innerJoin('region', 'region.id', 'convention.regionId')
    .leftJoin('region as parent', 'parent.id', 'region.parentId')
    .select([
      'convention.id',
      'convention.kind',
      'convention.title',
      'convention.stage',
      'convention.articleCount',
      'convention.updatedAt',
      'convention.isSample',
      'convention.priorAdoptionId',
      'region.name as village',
      'parent.name as township',
    ]);
}
