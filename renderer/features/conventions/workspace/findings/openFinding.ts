import type { Finding } from '#core/legality/rule.ts';
import { findingKey } from './findingKey.ts';

/**
 * The finding whose card stands open: the one that was chosen, else the first on the article at the cursor, else the first of all;
 * undefined when there is none.
 */
export function openFinding(
  listed: readonly Finding[],
  chosenKey: string | undefined,
  currentArticleId: string | undefined,
): Finding | undefined {
  return (
    listed.find((finding) => findingKey(finding) === chosenKey) ??
    listed.find(({ articleId }) => articleId !== undefined && articleId === currentArticleId) ??
    listed[0]
  );
}
