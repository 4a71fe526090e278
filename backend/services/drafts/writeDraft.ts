import { documentFacts } from '#backend/services/conventions/documentFacts.ts';
import { readDraft } from '#backend/services/drafts/readDraft.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';

/**
 * Writes a draft over the revision it was based on and returns the next revision.
 * Throws CONFLICT when somebody else saved in between. `store` is the transaction of the calling use case.
 */
export async function writeDraft(
  store: Store,
  draft: { conventionId: string; document: ConventionDocument; baseRevision: number; actorId: string; at: string },
): Promise<{ revision: number; contentHash: string }> {
  const facts = documentFacts(draft.document);
  const revision = draft.baseRevision + 1;
  const result = await store
    .updateTable('draft')
    .set({
      document: JSON.stringify(draft.document),
      contentHash: facts.contentHash,
      revision,
      savedBy: draft.actorId,
      savedAt: draft.at,
    })
    .where('conventionId', '=', draft.conventionId)
    .where('revision', '=', draft.baseRevision)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) {
    await readDraft(store, draft.conventionId);
    throw new DomainError('CONFLICT');
  }
  await store
    .updateTable('convention')
    .set({ title: facts.title, articleCount: facts.articleCount, updatedAt: draft.at })
    .where('id', '=', draft.conventionId)
    .execute();
  return { revision, contentHash: facts.contentHash };
}
