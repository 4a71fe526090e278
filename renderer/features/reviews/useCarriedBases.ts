import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReviewDetail } from '#contract/reviews.ts';
import type { Basis } from '#core/review/review.ts';
import { api } from '#renderer/transport/api.ts';
import { addBasis } from './annotationDraft.ts';

export type CarriedBases = {
  /** names of the laws that the rules of this installation stand on, to choose from */
  laws: string[];
  /** of all findings on an article, each once */
  basesOn: (articleId: string) => Basis[];
};

/** The bases that the pre-check's findings brought along with the submission. */
export function useCarriedBases(review: ReviewDetail): CarriedBases {
  const { data } = useQuery(api.legality.rules.queryOptions({ staleTime: Infinity }));
  const { findings } = review;
  return useMemo(
    () => ({
      laws: [...new Set((data?.rules ?? []).flatMap(({ bases }) => bases.map(({ law }) => law)))].sort(),
      basesOn: (articleId) =>
        addBasis([], findings.filter((finding) => finding.articleId === articleId).flatMap(({ basis }) => basis)),
    }),
    [data, findings],
  );
}
