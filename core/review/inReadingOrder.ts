import { articlesOf } from '#core/document/articlesOf.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import type { Annotation } from '#core/review/review.ts';

/**
 * The annotations of a document as it is read: article after article, and by place within one. An annotation on the
 * article as a whole follows those on its words; those whose article is not in the document come last.
 */
export function inReadingOrder<Placed extends Pick<Annotation, 'anchor'>>(
  annotations: readonly Placed[],
  document: ConventionDocument,
): Placed[] {
  const order = new Map(articlesOf(document).map(({ article }, index) => [article.attrs.id, index]));
  return annotations
    .map((annotation) => {
      const { articleId, from, to } = annotation.anchor;
      // Larger than every offset, so that two whole articles still compare as equal.
      return { annotation, index: order.get(articleId) ?? order.size, at: from === to ? Number.MAX_SAFE_INTEGER : from, to };
    })
    .sort((left, right) => left.index - right.index || left.at - right.at || left.to - right.to)
    .map(({ annotation }) => annotation);
}
