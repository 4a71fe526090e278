import type { Anchor } from '#core/review/review.ts';

const contextLength = 32;
/** As many characters as an anchor may quote (anchorSchema). */
const longestQuote = 5_000;

/**
 * The anchor of an annotation on `text.slice(from, to)`, with up to 32 characters on either side. An empty range, or one
 * longer than an anchor can quote, stands for the article as a whole.
 */
export function anchorOf(articleId: string, text: string, from: number, to: number, contentHash: string): Anchor {
  if (to <= from || to - from > longestQuote) {
    return { articleId, from: 0, to: 0, quote: '', prefix: '', suffix: '', contentHash };
  }
  return {
    articleId,
    from,
    to,
    quote: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - contextLength), from),
    suffix: text.slice(to, to + contextLength),
    contentHash,
  };
}
