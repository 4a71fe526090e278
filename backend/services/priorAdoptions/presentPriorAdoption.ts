import type { Store } from '#backend/storage/openDatabase.ts';

/** What was registered of the text that is adopted or in force now, with its hash; undefined where it came through the application. */
export function presentPriorAdoption(store: Store, conventionId: string) {
  return store
    .selectFrom('convention')
    .innerJoin('priorAdoption', 'priorAdoption.id', 'convention.priorAdoptionId')
    .innerJoin('version', 'version.id', 'priorAdoption.versionId')
    .innerJoin('person', 'person.id', 'priorAdoption.registeredBy')
    .selectAll('priorAdoption')
    .select(['version.contentHash', 'version.number as versionNumber', 'person.name as registrarName'])
    .where('convention.id', '=', conventionId)
    .executeTakeFirst();
}
