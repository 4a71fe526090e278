import { articleText, inlineText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';

/** An article's place and wording; verse that stands in no article counts line by line. */
export type TextArticle = { label: string; text: string };

/** What of a document is compared article by article: its articles, and in a text without articles the lines of its verse. */
export function textArticles(document: ConventionDocument): TextArticle[] {
  const numbering = numberDocument(document);
  const articles = articlesOf(document).map(({ article }) => ({
    label: numbering.labels.get(article.attrs.id) ?? '',
    text: articleText(article, numbering),
  }));
  if (articles.length > 0) return articles;
  return document.content
    .flatMap((part) => (part.type === 'verse' ? part.content : []))
    .map((paragraph) => ({ label: '', text: inlineText(paragraph.content, numbering) }))
    .filter(({ text }) => text !== '');
}
