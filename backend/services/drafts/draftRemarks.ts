import type { Store } from '#backend/storage/openDatabase.ts';
import type { FileComment, Suggestion } from '#core/document/suggestions/suggestion.ts';

type DraftRemarks = { suggestions: Suggestion[]; fileComments: (FileComment & { isDone: boolean })[] };

/** The records of a draft's suggestions, decided ones too, and the remarks of the file that it was imported from, in its order. */
export async function draftRemarks(store: Store, conventionId: string): Promise<DraftRemarks> {
  const suggestions = await store.selectFrom('suggestion').select(['id', 'author', 'madeAt', 'source']).where('conventionId', '=', conventionId).execute();
  const comments = await store
    .selectFrom('fileComment')
    .select(['id', 'author', 'madeAt', 'text', 'quote', 'articleId', 'isDone'])
    .where('conventionId', '=', conventionId)
    .orderBy('sequence')
    .execute();
  return { suggestions, fileComments: comments.map(({ isDone, ...comment }) => ({ ...comment, isDone: isDone === 1 })) };
}
