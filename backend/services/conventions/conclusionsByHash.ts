import type { Store } from '#backend/storage/openDatabase.ts';
import { conclusionSchema, type Conclusion } from '#core/review/review.ts';

/**
 * content hash → the conclusion of the newest opinion that covers it. A later opinion on the same text counts instead of
 * an earlier one, on paper or not.
 */
export async function conclusionsByHash(store: Store, conventionId: string): Promise<Map<string, Conclusion>> {
  const rows = await store
    .selectFrom('opinion')
    .select(['contentHash', 'conclusion'])
    .where('conventionId', '=', conventionId)
    .orderBy('importedAt')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.contentHash, conclusionSchema.parse(row.conclusion)]));
}
