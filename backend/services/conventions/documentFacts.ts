import { articlesOf } from '#core/document/articlesOf.ts';
import { inlineText } from '#core/document/articleText.ts';
import { contentHash } from '#core/document/contentHash.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';

export type DocumentFacts = { title: string; articleCount: number; contentHash: string; renderFormat: number };

/** What lists and the workflow need of a document, computed once when it is stored. */
export function documentFacts(document: ConventionDocument): DocumentFacts {
  const title = document.content.find((part) => part.type === 'title');
  const hash = contentHash(document);
  return {
    title: title === undefined ? '' : inlineText(title.content, numberDocument(document)),
    articleCount: articlesOf(document).length,
    contentHash: hash.sha256,
    renderFormat: hash.format,
  };
}
