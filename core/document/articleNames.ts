import { articlesOf } from '#core/document/articlesOf.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { numberDocument, referenceText } from '#core/document/numberDocument.ts';

/** article id → how people name it, 第十二条, whatever style the numbers are printed in. */
export function articleNames(document: ConventionDocument): ReadonlyMap<string, string> {
  const numbering = numberDocument(document);
  return new Map(articlesOf(document).map(({ article }) => [article.attrs.id, referenceText(article.attrs.id, numbering)]));
}
