import type { Finding } from '#core/legality/rule.ts';

/** Tells a finding from the others of a text for as long as the words it stands on stay the same. */
export function findingKey(finding: Finding): string {
  return `${finding.articleId ?? finding.part ?? ''}:${finding.rule}:${finding.quote}:${finding.message}`;
}
