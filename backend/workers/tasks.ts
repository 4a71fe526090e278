import type { PrintDocument } from '#backend/documents/export/printDocument.ts';
import type { ReadChoices } from '#backend/documents/import/importedText.ts';
import type { ImportNote } from '#backend/documents/import/importNote.ts';
import type { ImportFacts } from '#contract/imports.ts';
import type { SimilarityTable } from '#backend/services/similarity/similarityTable.ts';
import type { PackedText } from '#backend/services/similarity/packDocument.ts';
import type { ConventionTopic } from '#core/comparison/similarity/conventionTopics.ts';
import type { SimilarityResult } from '#core/comparison/similarity/similarity.ts';
import type { DocumentComparison } from '#core/comparison/comparison.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import type { FileComment, Suggestion } from '#core/document/suggestions/suggestion.ts';
import type { ParseWarning } from '#core/document/parseConvention.ts';

/** Work that takes longer than a frame and therefore runs in a worker thread. Inputs and outputs are plain data. */
export type Tasks = {
  typeset: { input: PrintDocument; output: Uint8Array };
  readConvention: {
    input: ({ name: string; bytes: Uint8Array } & ReadChoices) | { pasted: string } | { pastedHtml: string };
    output: {
      document: ConventionDocument;
      suggestions: Suggestion[];
      fileComments: FileComment[];
      kind: 'village' | 'community' | 'other';
      labels: Record<string, string>;
      warnings: ParseWarning[];
      notes: ImportNote[];
      facts: ImportFacts;
      source: string;
      mediaType: string;
    };
  };
  compare: { input: { old: ConventionDocument; new: ConventionDocument }; output: DocumentComparison };
  findSimilar: { input: { texts: PackedText[]; template?: number; topics: readonly ConventionTopic[] }; output: SimilarityResult };
  similarityTable: { input: SimilarityTable; output: Uint8Array };
};

export type TaskName = keyof Tasks;

export type WorkerRequest = { id: number; task: TaskName; input: unknown };
export type WorkerResponse =
  | { id: number; outcome: 'done'; output: unknown }
  /** how far a long task is, 0–1; its end is still to come */
  | { id: number; outcome: 'progress'; share: number }
  | { id: number; outcome: 'expected'; code: string; detail: string | undefined }
  | { id: number; outcome: 'bug'; message: string };
