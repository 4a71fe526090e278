import type { ImportNote } from '#backend/documents/import/importNote.ts';
import type { ImportFacts, RevisionChoice, TextEncoding } from '#contract/imports.ts';

/** What a person chose when a file could be read in more than one way. */
export type ReadChoices = { revisions?: RevisionChoice | undefined; encoding?: TextEncoding | undefined };

/** What a reader makes of a file's bytes: one paragraph a line, table cells parted by tabs, automatic numbers printed. */
export type ImportedText = { text: string; notes: ImportNote[]; facts?: Partial<ImportFacts>; mediaType: string };
