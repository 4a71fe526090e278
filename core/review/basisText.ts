import type { Basis } from '#core/review/review.ts';

/** 《民法典》第六百五十四条、第六百五十六条；《行政处罚法》第十七条: each law once, in the order in which it first comes. */
export function basisText(basis: readonly Basis[]): string {
  const byLaw = new Map<string, string[]>();
  for (const { law, article } of basis) byLaw.set(law, [...(byLaw.get(law) ?? []), ...(article === '' ? [] : [article])]);
  return [...byLaw].map(([law, articles]) => `《${law}》${articles.join('、')}`).join('；');
}
