import { useSyncExternalStore } from 'react';
import { queryClient } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import type { PickedFile } from '../pickedFile.ts';
import { importFile, type FileOutcome } from './importFile.ts';

export type BatchRow = { file: PickedFile; outcome: FileOutcome | { went: 'waiting' } | { went: 'reading' } | { went: 'takenBack' } };

export type Batch = {
  rows: readonly BatchRow[];
  at: 'importing' | 'done' | 'takingBack';
  /** why not everything could be taken back */
  failure: unknown;
};

// Kept outside the screen: the work goes on and its result stays while the person looks at one of the conventions.
let batch: Batch | undefined;
let controller: AbortController | undefined;
const listeners = new Set<() => void>();

function replace(next: Batch | undefined): void {
  batch = next;
  for (const listener of listeners) listener();
}

function setOutcome(file: PickedFile, outcome: BatchRow['outcome']): void {
  if (batch === undefined) return;
  replace({ ...batch, rows: batch.rows.map((row) => (row.file === file ? { file, outcome } : row)) });
}

/** Imports files one after the other, each as a whole or not at all, with one file in hand at a time. */
export async function startBatch(files: readonly PickedFile[], office: string): Promise<void> {
  controller = new AbortController();
  const { signal } = controller;
  replace({ rows: files.map((file) => ({ file, outcome: { went: 'waiting' } })), at: 'importing', failure: null });
  for (const file of files) {
    if (signal.aborted) break;
    setOutcome(file, { went: 'reading' });
    setOutcome(file, await importFile(file, office, signal));
  }
  if (batch !== undefined) {
    const rows = batch.rows.map((row): BatchRow => (row.outcome.went === 'waiting' ? { ...row, outcome: { went: 'stopped' } } : row));
    replace({ ...batch, rows, at: 'done' });
  }
  await queryClient.invalidateQueries();
}

/** Stops before the next file; the one in hand is given up unless it is being taken in. */
export function stopBatch(): void {
  controller?.abort();
}

/** Puts everything that this batch imported into the recycle bin; touches nothing else. */
export async function takeBatchBack(): Promise<void> {
  if (batch === undefined || batch.at !== 'done') return;
  const { rows } = batch;
  replace({ ...batch, at: 'takingBack', failure: null });
  let failure: unknown = null;
  for (const { file, outcome } of rows) {
    if (outcome.went !== 'imported') continue;
    try {
      await client.conventions.discard({ conventionId: outcome.conventionId });
      setOutcome(file, { went: 'takenBack' });
    } catch (error) {
      failure = error;
      break;
    }
  }
  replace({ ...batch, at: 'done', failure });
  await queryClient.invalidateQueries();
}

/** A file of the batch that a person looked at by himself was imported, or what was imported taken back. */
export function noteOutcome(file: PickedFile, outcome: FileOutcome | { went: 'takenBack' }): void {
  setOutcome(file, outcome);
}

/** Forgets the list; what was imported stays. */
export function closeBatch(): void {
  replace(undefined);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useBatch(): Batch | undefined {
  return useSyncExternalStore(subscribe, () => batch);
}
