import type { ImportFacts } from '#contract/imports.ts';
import type { RevisedSource } from '#core/document/suggestions/revisedSource.ts';

/** What a file's facts say of changes that were kept open; changes that were accepted or rejected are none any more. */
export function readRevisions({ revisions, pieces, comments }: ImportFacts): RevisedSource {
  return { revisions: pieces.length === 0 ? [] : revisions, pieces, comments };
}
