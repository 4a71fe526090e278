import type { Store } from '#backend/storage/openDatabase.ts';
import { DomainError } from '#core/errors.ts';

/**
 * Throws NOT_FOUND for a convention that does not exist and WRONG_STAGE for one in the recycle bin: its life stands still
 * until it is brought back. Words typed in a window that still shows it are saved nevertheless.
 */
export async function requireKept(store: Store, conventionId: string): Promise<void> {
  const row = await store.selectFrom('convention').select('discardedAt').where('id', '=', conventionId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', '这份村规民约');
  if (row.discardedAt !== null) throw new DomainError('WRONG_STAGE', '它在回收站里，先恢复');
}
