import type { Finding } from '#core/legality/rule.ts';

export type DismissedFinding = { rule: string; articleId: string | null; quote: string };

/** How the drafter set this finding aside: by the same rule on the same words of the same article; undefined when he did not. */
export function dismissalOf<Dismissal extends DismissedFinding>(
  finding: Finding,
  dismissals: readonly Dismissal[],
): Dismissal | undefined {
  return dismissals.find(
    ({ rule, articleId, quote }) => rule === finding.rule && articleId === (finding.articleId ?? null) && quote === finding.quote,
  );
}
