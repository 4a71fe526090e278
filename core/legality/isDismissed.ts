import type { Finding } from '#core/legality/rule.ts';

export type DismissedFinding = { rule: string; articleId: string | null; quote: string };

/** Whether the drafter set this finding aside: the same rule on the same words of the same article. */
export function isDismissed(finding: Finding, dismissals: readonly DismissedFinding[]): boolean {
  return dismissals.some(
    ({ rule, articleId, quote }) => rule === finding.rule && articleId === (finding.articleId ?? null) && quote === finding.quote,
  );
}
