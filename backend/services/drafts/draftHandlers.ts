import { requireRole } from '#backend/policies/requireRole.ts';
import { requireKept } from '#backend/policies/requireKept.ts';
import { draftRemarks } from '#backend/services/drafts/draftRemarks.ts';
import { DomainError } from '#core/errors.ts';
import { readDraft } from '#backend/services/drafts/readDraft.ts';
import { writeDraft } from '#backend/services/drafts/writeDraft.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';

/** The working text: loaded once, saved within a second of the last keystroke. */
export function draftHandlers(kit: ServiceKit) {
  return {
    get: registered.drafts.get.handler(async ({ input }) => {
      const { document, revision, savedAt } = await readDraft(kit.store, input.conventionId);
      return { document, revision, savedAt, ...(await draftRemarks(kit.store, input.conventionId)) };
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

    tickFileComment: registered.drafts.tickFileComment.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const { conventionId, fileCommentId, isDone } = input;
      await kit.write(context.actor.id, async (store, record) => {
        await requireKept(store, conventionId);
        const { numUpdatedRows } = await store
          .updateTable('fileComment')
          .set({ isDone: isDone ? 1 : 0 })
          .where('conventionId', '=', conventionId)
          .where('id', '=', fileCommentId)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw new DomainError('NOT_FOUND', '这条原稿批注');
        record({ action: isDone ? 'fileComment.done' : 'fileComment.reopened', subject: 'fileComment', subjectId: fileCommentId });
      });
      return { done: true as const };
    }),
  };
}
