import type { Store } from '#backend/storage/openDatabase.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';

type StoredDraft = { document: ConventionDocument; contentHash: string; revision: number; savedAt: string };

/** The working draft of a convention. Throws NOT_FOUND. */
export async function readDraft(store: Store, conventionId: string): Promise<StoredDraft> {
  const row = await store.selectFrom('draft').selectAll().where('conventionId', '=', conventionId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', '这份村规民约的草案');
  return {
    document: documentSchema.parse(JSON.parse(row.document)),
    contentHash: row.contentHash,
    revision: row.revision,
    savedAt: row.savedAt,
  };
}
