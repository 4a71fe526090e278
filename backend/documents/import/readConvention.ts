import { randomUUID } from 'node:crypto';
import { readConventionFile } from '#backend/documents/import/readConventionFile.ts';
import type { Tasks } from '#backend/workers/tasks.ts';
import { parseConvention } from '#core/document/parseConvention.ts';

/**
 * Reads a foreign file or pasted text into a document. What was not understood is listed in `warnings` and `notes`.
 * Throws the FILE_… errors of readConventionFile.
 */
export async function readConvention(
  input: Tasks['readConvention']['input'],
): Promise<Tasks['readConvention']['output']> {
  const file =
    'pasted' in input ? { text: input.pasted, notes: [], mediaType: 'text/plain' } : await readConventionFile(input);
  const parsed = parseConvention(file.text, { newId: randomUUID });
  return {
    document: parsed.document,
    kind: parsed.kind,
    labels: Object.fromEntries(parsed.labels),
    warnings: parsed.warnings,
    notes: file.notes,
    source: file.text,
    mediaType: file.mediaType,
  };
}
