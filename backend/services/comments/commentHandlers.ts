import { readDraft } from '#backend/services/drafts/readDraft.ts';
import { requireKept } from '#backend/policies/requireKept.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { listComments } from '#backend/services/comments/listComments.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { DomainError } from '#core/errors.ts';
import { articleNames } from '#core/document/articleNames.ts';

/** What villagers said, and how it was dealt with. Corrections are added, nothing is overwritten. */
export function commentHandlers(kit: ServiceKit) {
  const one = async (commentId: string) => {
    const row = await kit.store.selectFrom('comment').select('conventionId').where('id', '=', commentId).executeTakeFirst();
    if (row === undefined) throw new DomainError('NOT_FOUND', '这条意见');
    const comment = (await listComments(kit.store, row.conventionId)).find((candidate) => candidate.id === commentId);
    if (comment === undefined) throw new DomainError('NOT_FOUND', '这条意见');
    return comment;
  };

  return {
    list: registered.comments.list.handler(({ input }) => listComments(kit.store, input.conventionId)),

    add: registered.comments.add.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const id = kit.newId();
      const at = kit.clock.now().toISOString();
      await kit.write(context.actor.id, async (store, record) => {
        await requireKept(store, input.conventionId);
        const names = articleNames((await readDraft(store, input.conventionId)).document);
        const articleLabel = input.articleId === null ? '' : names.get(input.articleId);
        if (articleLabel === undefined) throw new DomainError('NOT_FOUND', '这一条');
        const last = await store
          .selectFrom('comment')
          .select('number')
          .where('conventionId', '=', input.conventionId)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst();
        const number = (last?.number ?? 0) + 1;
        await store
          .insertInto('comment')
          .values({ ...input, id, number, articleLabel, recordedBy: context.actor.id, recordedAt: at, withdrawnFor: null })
          .execute();
        record({ action: 'comment.added', subject: 'comment', subjectId: id });
      });
      return one(id);
    }),

    reply: registered.comments.reply.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      if (input.outcome !== 'adopted' && input.reason === '') throw new DomainError('BAD_INPUT', '不采纳或部分采纳要写理由');
      const id = kit.newId();
      const at = kit.clock.now().toISOString();
      await kit.write(context.actor.id, async (store, record) => {
        const comment = await store
          .selectFrom('comment')
          .select(['id', 'conventionId', 'withdrawnFor'])
          .where('id', '=', input.commentId)
          .executeTakeFirst();
        if (comment === undefined || comment.withdrawnFor !== null) throw new DomainError('NOT_FOUND', '这条意见');
        await requireKept(store, comment.conventionId);
        const last = await store
          .selectFrom('reply')
          .select('sequence')
          .where('commentId', '=', comment.id)
          .orderBy('sequence', 'desc')
          .limit(1)
          .executeTakeFirst();
        const sequence = (last?.sequence ?? 0) + 1;
        await store
          .insertInto('reply')
          .values({ ...input, id, sequence, repliedBy: context.actor.id, repliedAt: at })
          .execute();
        record({ action: 'comment.replied', subject: 'reply', subjectId: id });
      });
      return one(input.commentId);
    }),

    withdraw: registered.comments.withdraw.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      await kit.write(context.actor.id, async (store, record) => {
        const withdrawn = await store
          .updateTable('comment')
          .set({ withdrawnFor: input.reason })
          .where('id', '=', input.commentId)
          .where('withdrawnFor', 'is', null)
          .returning('conventionId')
          .executeTakeFirst();
        if (withdrawn === undefined) throw new DomainError('NOT_FOUND', '这条意见');
        await requireKept(store, withdrawn.conventionId);
        record({ action: 'comment.withdrawn', subject: 'comment', subjectId: input.commentId });
      });
      return { done: true as const };
    }),
  };
}
