import { documentFacts } from '#backend/services/conventions/documentFacts.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';

export type StoredDraft = { document: ConventionDocument; contentHash: string; revision: number; savedAt: string };

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

/** The working text: loaded once, saved within a second of the last keystroke. */
export function draftHandlers(kit: ServiceKit) {
  return {
    get: registered.drafts.get.handler(async ({ input }) => {
      const { document, revision, savedAt } = await readDraft(kit.store, input.conventionId);
      return { document, revision, savedAt };
    }),

    save: registered.drafts.save.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const at = kit.clock.now().toISOString();
      const { conventionId, document, baseRevision } = input;
      const actorId = context.actor.id;
      return kit.write(actorId, async (store, record) => {
        const saved = await writeDraft(store, { conventionId, document, baseRevision, actorId, at });
        record({ action: 'draft.saved', subject: 'draft', subjectId: conventionId, contentHash: saved.contentHash });
        return { revision: saved.revision, savedAt: at };
      });
    }),
  };
}
