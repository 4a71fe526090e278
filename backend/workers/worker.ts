import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { createTypesetter, type Typesetter } from '#backend/documents/export/createTypesetter.ts';
import { readConvention } from '#backend/documents/import/readConvention.ts';
import { findSimilar } from '#backend/services/similarity/findSimilar.ts';
import { similarityTable } from '#backend/services/similarity/similarityTable.ts';
import type { TaskName, Tasks, WorkerRequest, WorkerResponse } from '#backend/workers/tasks.ts';
import { compareDocuments } from '#core/comparison/compareDocuments.ts';
import { DomainError } from '#core/errors.ts';

const { resourceFolder } = z.object({ resourceFolder: z.string() }).parse(workerData);
let typesetter: Typesetter | undefined;

const handlers: { [Name in TaskName]: (input: Tasks[Name]['input'], onProgress: (share: number) => void) => Promise<Tasks[Name]['output']> } = {
  async typeset(input) {
    typesetter ??= createTypesetter({ resourceFolder });
    return typesetter.setDocument(input);
  },
  readConvention,
  async compare(input) {
    return compareDocuments(input.old, input.new);
  },
  async findSimilar(input, onProgress) {
    return findSimilar(input, onProgress);
  },
  similarityTable,
};

async function answer(request: WorkerRequest): Promise<WorkerResponse> {
  try {
    // The request's input belongs to its task; the message channel cannot carry that relation.
    const handler = handlers[request.task] as (input: unknown, onProgress: (share: number) => void) => Promise<unknown>;
    const onProgress = (share: number) => {
      parentPort?.postMessage({ id: request.id, outcome: 'progress', share } satisfies WorkerResponse);
    };
    return { id: request.id, outcome: 'done', output: await handler(request.input, onProgress) };
  } catch (error) {
    if (error instanceof DomainError) {
      return { id: request.id, outcome: 'expected', code: error.code, detail: error.detail };
    }
    return { id: request.id, outcome: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).then((response) => parentPort?.postMessage(response));
});
