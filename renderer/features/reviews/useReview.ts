import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Inputs } from '#contract/contract.ts';
import type { ReviewDetail } from '#contract/reviews.ts';
import { clockTime } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';

type Change = (reviews: typeof client.reviews) => Promise<ReviewDetail>;
export type AnnotationInput = Inputs['reviews']['saveAnnotation']['annotation'];

/** A review with the one way to change it: each change answers with the whole review, which takes the place of the last. */
export function useReview(reviewId: string) {
  const queries = useQueryClient();
  const query = useQuery(api.reviews.get.queryOptions({ input: { reviewId } }));
  const [savedAt, setSavedAt] = useState<string | undefined>(undefined);
  const change = useMutation({
    mutationFn: (run: Change) => run(client.reviews),
    onSuccess: async (review) => {
      queries.setQueryData(api.reviews.get.queryKey({ input: { reviewId } }), review);
      setSavedAt(clockTime(new Date().toISOString()));
      await queries.invalidateQueries({ queryKey: api.reviews.list.key() });
      await queries.invalidateQueries({ queryKey: api.workbench.key() });
    },
  });
  const saved = change.isPending ? '正在保存' : change.error !== null ? '没有保存' : savedAt === undefined ? '' : `已保存 ${savedAt}`;
  return { query, change, saved };
}
