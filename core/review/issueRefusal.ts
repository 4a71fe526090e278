import { isClearing, reviewAspects, type Annotation, type AspectResults, type Conclusion } from '#core/review/review.ts';

/** Why an opinion cannot be issued yet. Chinese texts: contract/refusals.ts. */
const issueRefusals = ['ISSUED', 'ASPECTS_OPEN', 'NO_CONCLUSION', 'GRAVE_ANNOTATION', 'ASPECT_WITH_PROBLEM'] as const;
export type IssueRefusal = (typeof issueRefusals)[number];

/**
 * Why an opinion with this content cannot be issued; null when it can. A text that the review leaves lawful has neither an
 * annotation that calls something unlawful or in need of change, nor, where the conclusion is lawful without advice, an
 * aspect with a problem.
 */
export function issueRefusal(review: {
  isIssued: boolean;
  aspects: AspectResults;
  conclusion: Conclusion | null;
  annotations: readonly Pick<Annotation, 'kind'>[];
}): IssueRefusal | null {
  const { aspects, conclusion, annotations } = review;
  if (review.isIssued) return 'ISSUED';
  if (reviewAspects.some((aspect) => aspects[aspect] === undefined)) return 'ASPECTS_OPEN';
  if (conclusion === null) return 'NO_CONCLUSION';
  const isGrave = annotations.some(({ kind }) => kind === 'unlawful' || kind === 'mustChange');
  if (isClearing(conclusion) && isGrave) return 'GRAVE_ANNOTATION';
  const hasProblem = reviewAspects.some((aspect) => aspects[aspect]?.result === 'problem');
  return conclusion === 'lawful' && hasProblem ? 'ASPECT_WITH_PROBLEM' : null;
}
