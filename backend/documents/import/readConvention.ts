import { randomUUID } from 'node:crypto';
import { htmlText } from '#backend/documents/import/html/htmlText.ts';
import { readConventionFile, type ConventionFileText } from '#backend/documents/import/readConventionFile.ts';
import type { Tasks } from '#backend/workers/tasks.ts';
import { layRevisions } from '#core/document/suggestions/layRevisions.ts';
import { readRevisions } from '#contract/readRevisions.ts';
import { parseConvention } from '#core/document/parseConvention.ts';

/**
 * Reads a foreign file, pasted text or the HTML of a clipboard into a document. What was not understood is listed in `warnings` and `notes`.
 * Throws the FILE_… errors of readConventionFile.
 */
export async function readConvention(
  input: Tasks['readConvention']['input'],
): Promise<Tasks['readConvention']['output']> {
  const { text, notes, facts, mediaType } = 'name' in input ? await readConventionFile(input, input) : pastedText(input);
  const parsed = parseConvention(text, { newId: randomUUID });
  const { document, suggestions, fileComments } = layRevisions(parsed, text, readRevisions(facts), randomUUID);
  return {
    document,
    suggestions,
    fileComments,
    kind: parsed.kind,
    labels: Object.fromEntries(parsed.labels),
    warnings: parsed.warnings,
    notes,
    facts,
    source: text,
    mediaType,
  };
}

function pastedText(input: { pasted: string } | { pastedHtml: string }): ConventionFileText {
  const facts = { revisions: [], comments: [], encodings: [], pieces: [] };
  return 'pasted' in input
    ? { text: input.pasted, notes: [], facts, mediaType: 'text/plain' }
    : { ...htmlText(input.pastedHtml), facts, mediaType: 'text/html' };
}
