import { requireKept } from '#backend/policies/requireKept.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { listDismissals } from '#backend/services/legality/listDismissals.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { DomainError } from '#core/errors.ts';

/** The rules, sent once, and the findings that a drafter does not follow. */
export function legalityHandlers(kit: ServiceKit) {
  return {
    rules: registered.legality.rules.handler(() => kit.rules),

    dismissals: registered.legality.dismissals.handler(({ input }) => listDismissals(kit.store, input.conventionId)),

    dismiss: registered.legality.dismiss.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const id = kit.newId();
      const at = kit.clock.now().toISOString();
      await kit.write(context.actor.id, async (store, record) => {
        await requireKept(store, input.conventionId);
        await store
          .insertInto('dismissal')
          .values({ ...input, id, dismissedBy: context.actor.id, dismissedAt: at, undoneAt: null })
          .execute();
        record({ action: 'finding.dismissed', subject: 'dismissal', subjectId: id });
      });
      const { rule, articleId, quote, reason } = input;
      return { id, rule, articleId, quote, reason, dismissedBy: context.actor.person, dismissedAt: at };
    }),

    undismiss: registered.legality.undismiss.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const undoneAt = kit.clock.now().toISOString();
      await kit.write(context.actor.id, async (store, record) => {
        const result = await store
          .updateTable('dismissal')
          .set({ undoneAt })
          .where('id', '=', input.dismissalId)
          .where('undoneAt', 'is', null)
          .executeTakeFirst();
        if (result.numUpdatedRows === 0n) throw new DomainError('NOT_FOUND', '这条说明');
        record({ action: 'finding.undismissed', subject: 'dismissal', subjectId: input.dismissalId });
      });
      return { done: true as const };
    }),
  };
}
