import type { ReviewDetail } from '#contract/reviews.ts';

/** What the answers to earlier annotations are called: those of one round, or of several. */
export function answersTitle(answers: ReviewDetail['answers']): string {
  return new Set(answers.map(({ round }) => round)).size > 1 ? '历轮答复' : '上轮答复';
}
