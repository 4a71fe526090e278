import { articleNames } from '#core/document/articleNames.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText } from '#core/document/articleText.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { placeAnchor } from '#core/review/placeAnchor.ts';
import type { Annotation } from '#core/review/review.ts';
import type { Mark } from './markedPieces.ts';

export type ReviewedArticle = { id: string; label: string; text: string };

/** The articles in reading order, with the name an annotation calls them by: 第十二条, in every numbering style. */
export function reviewedArticles(document: ConventionDocument): ReviewedArticle[] {
  const numbering = numberDocument(document);
  const names = articleNames(document);
  return articlesOf(document).map(({ article }) => {
    const { id } = article.attrs;
    return { id, label: names.get(id) ?? '', text: articleText(article, numbering) };
  });
}

/** An annotation where it stands now. `mark` is undefined when its article is gone. */
export type PlacedAnnotation = { annotation: Annotation; number: number; label: string; mark: Mark | undefined; isLost: boolean };

/** The annotations in reading order, numbered from 1; those whose article is gone stand at the end. */
export function placeAnnotations(annotations: readonly Annotation[], articles: readonly ReviewedArticle[]): PlacedAnnotation[] {
  const order = new Map(articles.map(({ id }, index) => [id, index]));
  return annotations
    .map((annotation) => {
      const index = order.get(annotation.anchor.articleId);
      const article = index === undefined ? undefined : articles[index];
      const placement = placeAnchor(annotation.anchor, article?.text);
      const range = placement.state === 'lost' ? { from: 0, to: 0 } : placement;
      // The flag of an annotation on the whole article stands at its end.
      const at = range.from === range.to ? (article?.text.length ?? 0) : range.from;
      return { annotation, index: index ?? articles.length, at, article, range, isLost: placement.state === 'lost' };
    })
    .sort((left, right) => left.index - right.index || left.at - right.at || left.range.to - right.range.to)
    .map(({ annotation, article, range, isLost }, index) => ({
      annotation,
      number: index + 1,
      label: article?.label ?? '原条文已删',
      mark:
        article === undefined
          ? undefined
          : { id: annotation.id, number: index + 1, kind: annotation.kind, from: range.from, to: range.to },
      isLost,
    }));
}
