import { articlesOf } from '#core/document/articlesOf.ts';
import { contentHash } from '#core/document/contentHash.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { titleOf } from '#core/document/titleOf.ts';

export type DocumentFacts = { title: string; articleCount: number; contentHash: string; renderFormat: number };

/** What lists and the workflow need of a document, computed once when it is stored. */
export function documentFacts(document: ConventionDocument): DocumentFacts {
  const hash = contentHash(document);
  return {
    title: titleOf(document),
    articleCount: articlesOf(document).length,
    contentHash: hash.sha256,
    renderFormat: hash.format,
  };
}
