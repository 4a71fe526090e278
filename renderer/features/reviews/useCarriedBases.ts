import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReviewDetail } from '#contract/reviews.ts';
import type { Basis } from '#core/review/review.ts';
import { api } from '#renderer/transport/api.ts';
import { addBasis } from './annotationDraft.ts';
import type { CarriedFinding } from './FindingHint.tsx';

export type CarriedBases = {
  /** names of the laws that the rules stand on */
  laws: string[];
  basesOf: (finding: CarriedFinding) => Basis[];
  /** of all findings on an article, each once */
  basesOn: (articleId: string) => Basis[];
};

/** A submission carries the pre-check's findings without their bases; the rules of this installation know them by name. */
export function useCarriedBases(review: ReviewDetail): CarriedBases {
  const { data } = useQuery(api.legality.rules.queryOptions({ staleTime: Infinity }));
  const { kind, findings } = review;
  return useMemo(() => {
    const byRule = new Map<string, Basis[]>();
    for (const rule of data?.rules ?? []) {
      const applicable = rule.bases.filter(({ scope }) => scope === undefined || scope.includes(kind));
      byRule.set(rule.id, applicable.map(({ law, article }) => ({ law, article })));
    }
    const basesOf = (finding: CarriedFinding) => byRule.get(finding.rule) ?? [];
    return {
      laws: [...new Set([...byRule.values()].flat().map(({ law }) => law))].sort(),
      basesOf,
      basesOn: (articleId) => addBasis([], findings.filter((finding) => finding.articleId === articleId).flatMap(basesOf)),
    };
  }, [data, kind, findings]);
}
