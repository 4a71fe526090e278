import type { Store } from '#backend/storage/openDatabase.ts';
import type { Dismissal } from '#contract/legality.ts';

/** The findings of a convention that its drafter does not follow, with his reasons. */
export async function listDismissals(store: Store, conventionId: string): Promise<Dismissal[]> {
  const rows = await store
    .selectFrom('dismissal')
    .innerJoin('person', 'person.id', 'dismissal.dismissedBy')
    .selectAll('dismissal')
    .select('person.name as name')
    .where('conventionId', '=', conventionId)
    .where('undoneAt', 'is', null)
    .orderBy('dismissedAt')
    .execute();
  return rows.map(({ id, rule, articleId, quote, reason, name, dismissedAt }) => {
    return { id, rule, articleId, quote, reason, dismissedBy: name, dismissedAt };
  });
}
