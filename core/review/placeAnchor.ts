import search from 'approx-string-match';
import type { Anchor } from '#core/review/review.ts';

export type Placement =
  | { state: 'inPlace'; from: number; to: number }
  | { state: 'moved'; from: number; to: number }
  | { state: 'lost' };

/**
 * Finds an anchor in the present text of its article: position, then the exact quote (nearest to its context), then a
 * fuzzy quote with at most a quarter of its characters changed (the best, of equals the nearest). A text without the quote gives `lost`; the caller shows
 * it beside the article and never drops it. Offsets are UTF-16.
 * Order of selectors: W3C Web Annotation Data Model, position and quote selectors.
 */
export function placeAnchor(anchor: Anchor, text: string | undefined): Placement {
  if (text === undefined) return { state: 'lost' };
  if (anchor.quote === '') return { state: 'inPlace', from: 0, to: 0 };
  if (text.slice(anchor.from, anchor.to) === anchor.quote) return { state: 'inPlace', from: anchor.from, to: anchor.to };
  let best: { from: number; score: number } | undefined;
  for (let from = text.indexOf(anchor.quote); from !== -1; from = text.indexOf(anchor.quote, from + 1)) {
    const before = text.slice(Math.max(0, from - anchor.prefix.length), from);
    const after = text.slice(from + anchor.quote.length, from + anchor.quote.length + anchor.suffix.length);
    const context = (before === anchor.prefix ? 1_000 : 0) + (after === anchor.suffix ? 1_000 : 0);
    const score = context - Math.abs(from - anchor.from) / Math.max(1, text.length);
    if (best === undefined || score > best.score) best = { from, score };
  }
  if (best !== undefined) return { state: 'moved', from: best.from, to: best.from + anchor.quote.length };
  const allowed = Math.floor(anchor.quote.length / 4);
  if (allowed === 0) return { state: 'lost' };
  const distance = (match: { start: number }) => Math.abs(match.start - anchor.from);
  const matches = search(text, anchor.quote, allowed).sort(
    (left, right) => left.errors - right.errors || distance(left) - distance(right),
  );
  const match = matches[0];
  return match === undefined ? { state: 'lost' } : { state: 'moved', from: match.start, to: match.end };
}
