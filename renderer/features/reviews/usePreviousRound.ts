import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReviewDetail } from '#contract/reviews.ts';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { api } from '#renderer/transport/api.ts';
import { articleChanges, type ArticleChange } from './articleChanges.ts';

export type PreviousRound = {
  reviewId: string;
  round: number;
  versionNumber: number;
  changes: Map<string, ArticleChange>;
  /** number of articles that the round before had and this one has not */
  deletedCount: number;
};

/**
 * What changed since the last round that was reviewed here. A review does not name its convention, so the round before is
 * the newest earlier one of the village that shares articles with this text: ids are kept from version to version.
 */
export function usePreviousRound(review: ReviewDetail): PreviousRound | undefined {
  const reviews = useQuery(api.reviews.list.queryOptions({ enabled: review.round > 1 }));
  const candidate = reviews.data
    ?.filter(({ village, kind, round }) => village === review.village && kind === review.kind && round < review.round)
    .sort((left, right) => right.round - left.round || right.receivedAt.localeCompare(left.receivedAt))[0];
  const previous = useQuery(
    api.reviews.get.queryOptions({ input: { reviewId: candidate?.id ?? '' }, enabled: candidate !== undefined }),
  ).data;
  const { document } = review;
  return useMemo(() => {
    if (previous === undefined) return undefined;
    const ids = new Set(articlesOf(previous.document).map(({ article }) => article.attrs.id));
    if (!articlesOf(document).some(({ article }) => ids.has(article.attrs.id))) return undefined;
    const comparison = compareDocuments(previous.document, document);
    return {
      reviewId: previous.id,
      round: previous.round,
      versionNumber: previous.versionNumber,
      changes: articleChanges(comparison),
      deletedCount: comparison.counts.delete,
    };
  }, [previous, document]);
}
