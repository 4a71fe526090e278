import type { Store } from '#backend/storage/openDatabase.ts';
import type { ConventionKind } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';

/** Whether a convention is a village's or a community's. Throws NOT_FOUND. */
export async function kindOf(store: Store, conventionId: string): Promise<ConventionKind> {
  const row = await store.selectFrom('convention').select('kind').where('id', '=', conventionId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', '这份村规民约');
  return row.kind;
}
