import type { Article, Chapter, ConventionDocument, Section } from '#core/document/document.ts';

export type PlacedArticle = {
  article: Article;
  /** 0-based position among all articles of the document */
  index: number;
  chapter?: Chapter;
  section?: Section;
};

/** All articles in reading order, each with the chapter and section it stands in. */
export function articlesOf(document: ConventionDocument): PlacedArticle[] {
  const placed: PlacedArticle[] = [];
  for (const part of document.content) {
    if (part.type === 'article') placed.push({ article: part, index: placed.length });
    if (part.type !== 'chapter') continue;
    for (const child of part.content) {
      if (child.type === 'article') placed.push({ article: child, index: placed.length, chapter: part });
      if (child.type !== 'section') continue;
      for (const inner of child.content) {
        if (inner.type === 'article') {
          placed.push({ article: inner, index: placed.length, chapter: part, section: child });
        }
      }
    }
  }
  return placed;
}
