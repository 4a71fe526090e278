import { Worker } from 'node:worker_threads';
import { DomainError, errorCodes, type ErrorCode } from '#core/errors.ts';
import type { TaskName, Tasks, WorkerRequest, WorkerResponse } from '#backend/workers/tasks.ts';

export type Workers = {
  /** Runs a task in a worker thread; a long one tells how far it is (0–1). Rejects with the task's DomainError, with FILE_TOO_SLOW after its time, or with a bug. */
  run<Name extends TaskName>(task: Name, input: Tasks[Name]['input'], signal?: AbortSignal, onProgress?: (share: number) => void): Promise<Tasks[Name]['output']>;
  close(): Promise<void>;
};

type Lane = { worker: Worker | undefined; queue: Promise<unknown> };

type LaneName = 'typesetting' | 'reading' | 'similarity';

/** Typesetting keeps its fonts warm in a thread of its own; reading foreign files gets a thread that may be shot; nothing waits for a county. */
const laneOf: Record<TaskName, LaneName> = {
  typeset: 'typesetting',
  readConvention: 'reading',
  compare: 'reading',
  findSimilar: 'similarity',
  similarityTable: 'similarity',
};

/** Milliseconds that a task may take. */
export type Patience = Record<TaskName, number>;

const usualPatience: Patience = { typeset: 60_000, readConvention: 20_000, compare: 60_000, findSimilar: 600_000, similarityTable: 120_000 };

function isErrorCode(code: string): code is ErrorCode {
  return errorCodes.some((known) => known === code);
}

function abortError(): DOMException {
  return new DOMException('cancelled', 'AbortError');
}

/** Starts threads on first use. A task that overruns its time or its memory costs its thread, never the application. */
export function createWorkers(workerUrl: URL, resourceFolder: string, given: Partial<Patience> = {}): Workers {
  const patience = { ...usualPatience, ...given };
  const lanes: Record<LaneName, Lane> = {
    typesetting: { worker: undefined, queue: Promise.resolve() },
    reading: { worker: undefined, queue: Promise.resolve() },
    similarity: { worker: undefined, queue: Promise.resolve() },
  };
  let counter = 0;
  let isClosed = false;

  const workerOf = (lane: Lane): Worker => {
    if (lane.worker !== undefined) return lane.worker;
    const worker = new Worker(workerUrl, {
      workerData: { resourceFolder },
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    // A thread may die between two tasks; the next task then gets another one.
    const forget = () => {
      if (lane.worker === worker) lane.worker = undefined;
    };
    worker.on('error', forget);
    worker.on('exit', forget);
    worker.unref();
    lane.worker = worker;
    return worker;
  };

  const runNow = (task: TaskName, input: unknown, lane: Lane, signal: AbortSignal | undefined, onProgress?: (share: number) => void) =>
    new Promise<unknown>((resolve, reject) => {
      if (isClosed || signal?.aborted === true) {
        reject(abortError());
        return;
      }
      const worker = workerOf(lane);
      counter += 1;
      const request: WorkerRequest = { id: counter, task, input };
      const stop = (error: Error) => {
        settle();
        if (lane.worker === worker) lane.worker = undefined;
        void worker.terminate();
        reject(error);
      };
      const timer = setTimeout(
        () => stop(new DomainError(task === 'readConvention' || laneOf[task] === 'similarity' ? 'FILE_TOO_SLOW' : 'TYPESETTING_FAILED', '用时太久')),
        patience[task],
      );
      const onAbort = () => stop(abortError());
      const onError = (error: Error) =>
        stop(
          'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' && task === 'readConvention'
            ? new DomainError('FILE_UNSAFE', '内容过多', { cause: error })
            : error,
        );
      const onExit = () => stop(isClosed ? abortError() : new Error(`The worker ended during ${task}`));
      const onMessage = (response: WorkerResponse) => {
        if (response.id !== request.id) return;
        if (response.outcome === 'progress') {
          onProgress?.(response.share);
          return;
        }
        settle();
        if (response.outcome === 'done') resolve(response.output);
        else if (response.outcome === 'expected' && isErrorCode(response.code)) {
          reject(new DomainError(response.code, response.detail));
        } else reject(new Error(response.outcome === 'bug' ? response.message : response.code));
      };
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.off('exit', onExit);
        worker.unref();
      };
      signal?.addEventListener('abort', onAbort);
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', onExit);
      worker.ref();
      worker.postMessage(request);
    });

  return {
    async run(task, input, signal, onProgress) {
      const lane = lanes[laneOf[task]];
      const result = lane.queue.then(() => runNow(task, input, lane, signal, onProgress));
      lane.queue = result.catch(() => undefined);
      // The worker answers with the output of the task it was given; the message channel cannot carry that type.
      return (await result) as Tasks[typeof task]['output'];
    },
    async close() {
      isClosed = true;
      await Promise.all(Object.values(lanes).map((lane) => lane.worker?.terminate()));
    },
  };
}
