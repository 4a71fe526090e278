/** A point in the document as shown: an article and a UTF-16 offset in its articleText. */
export type TextPoint = { articleId: string; offset: number };

export type TextRange = { articleId: string; from: number; to: number };

const edge = /[\s\u3000]/u;

/**
 * What a selection from `start` to `end` (in either order) annotates: a stretch of one article, without the white space
 * at its ends. A selection that runs into other articles is cut off at the end of the article it begins in.
 * Undefined when nothing is left. `order` lists the article ids as the document shows them.
 */
export function selectedRange(
  start: TextPoint,
  end: TextPoint,
  order: readonly string[],
  textOf: (articleId: string) => string,
): TextRange | undefined {
  const startIndex = order.indexOf(start.articleId);
  const endIndex = order.indexOf(end.articleId);
  if (startIndex === -1 || endIndex === -1) return undefined;
  const isReversed = startIndex > endIndex || (startIndex === endIndex && start.offset > end.offset);
  const [first, last] = isReversed ? [end, start] : [start, end];
  const text = textOf(first.articleId);
  let from = Math.max(0, first.offset);
  let to = Math.min(text.length, first.articleId === last.articleId ? last.offset : text.length);
  while (from < to && edge.test(text.charAt(from))) from += 1;
  while (to > from && edge.test(text.charAt(to - 1))) to -= 1;
  // Half a surrogate pair is no character: the range grows to the whole one.
  if (isLowSurrogate(text, from)) from -= 1;
  if (isLowSurrogate(text, to)) to += 1;
  return from < to ? { articleId: first.articleId, from, to } : undefined;
}

function isLowSurrogate(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0;
}
