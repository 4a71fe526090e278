import type { ComparedArticle, PartComparison } from '#core/comparison/comparison.ts';

/**
 * What a reason of a change may be bound to, so that it is found again after more editing: the ids of the articles on both
 * sides, those of the new text first. Stored.
 */
export function placesOfArticles(row: { oldArticles: readonly ComparedArticle[]; newArticles: readonly ComparedArticle[] }): string[] {
  return [...new Set([...row.newArticles, ...row.oldArticles].map(({ id }) => id))];
}

/** The same for a part: the id of a chapter, section or annex, `lead:` and the chapter's id for a lead, the part's name for the rest. Stored. */
export function placesOfPart({ part, oldPlace, newPlace }: PartComparison): string[] {
  const ids = [newPlace?.id, oldPlace?.id].filter((id) => id !== undefined);
  if (ids.length === 0) return [part];
  return [...new Set(ids.map((id) => (part === 'lead' ? `lead:${id}` : id)))];
}
