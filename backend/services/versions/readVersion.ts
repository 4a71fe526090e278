import type { Store } from '#backend/storage/openDatabase.ts';
import type { Tables } from '#backend/storage/tables.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';

/** A version with its text. Throws NOT_FOUND. */
export async function readVersion(
  store: Store,
  versionId: string,
): Promise<Omit<Tables['version'], 'document'> & { document: ConventionDocument }> {
  const row = await store.selectFrom('version').selectAll().where('id', '=', versionId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', '这个版本');
  return { ...row, document: documentSchema.parse(JSON.parse(row.document)) };
}

/** Throws NOT_FOUND when the version belongs to another convention. */
export async function readVersionOf(store: Store, conventionId: string, versionId: string) {
  const version = await readVersion(store, versionId);
  if (version.conventionId !== conventionId) throw new DomainError('NOT_FOUND', '这个版本');
  return version;
}
