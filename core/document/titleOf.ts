import { inlineText } from '#core/document/articleText.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';

/** The words of the title; an empty string where it has none. */
export function titleOf(document: ConventionDocument): string {
  const title = document.content.find((part) => part.type === 'title');
  return title === undefined ? '' : inlineText(title.content, numberDocument(document));
}
