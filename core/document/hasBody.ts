import { articlesOf } from '#core/document/articlesOf.ts';
import type { ConventionDocument } from '#core/document/document.ts';

/** Whether a document says anything that could bind: an article or a verse. */
export function hasBody(document: ConventionDocument): boolean {
  return articlesOf(document).length > 0 || document.content.some((part) => part.type === 'verse');
}
