import { articlesOfDraft, joinSegments } from '#core/document/parsing/draft.ts';
import { numberedParts, type Parts } from '#core/document/parsing/numberedParts.ts';
import { plainParts } from '#core/document/parsing/plainParts.ts';
import { isHeading, type Segment } from '#core/document/parsing/reading.ts';
import type { ParseWarning } from '#core/document/parseConvention.ts';

/** Takes the segments of a reading apart into head, body and closing; what is amiss goes into `warnings`. */
export function takeApart(segments: readonly Segment[], warnings: ParseWarning[], newId: () => string): Parts {
  const texts = joinSegments(segments);
  const isNumbered = texts.some((text) => text.role === 'article' || isHeading(text));
  return isNumbered ? numberedParts(texts, warnings, newId) : plainParts(texts, newId);
}

/** The 0-based lines of the source in which the articles of a reading begin. */
export function articleStarts(segments: readonly Segment[]): Set<number> {
  // Nobody sees these articles: their ids need not differ.
  const { body } = takeApart(segments, [], () => '');
  return new Set(articlesOfDraft(body).map(({ lead }) => lead.from));
}
