import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createBackend, type Backend } from '#backend/createBackend.ts';
import type { Patience } from '#backend/workers/createWorkers.ts';
import type { ContractClient, Inputs } from '#contract/contract.ts';
import type { Role } from '#core/workflow/workflow.ts';

export type TestBackend = {
  backend: Backend;
  client: ContractClient;
  dataFolder: string;
  clock: TestClock;
  /** everything that was logged as a bug */
  bugs: string[];
  close(): Promise<void>;
};

export type TestClock = { now(): Date; advance(milliseconds: number): void };

export function testClock(start = '2026-11-24T02:00:00.000Z'): TestClock {
  let instant = Date.parse(start);
  return {
    now: () => new Date(instant),
    advance(milliseconds) {
      instant += milliseconds;
    },
  };
}

export function newTestFolder(): string {
  return join(mkdtempSync(join(tmpdir(), '乡约 后台-')), '数据');
}

export function removeTestFolder(dataFolder: string): void {
  rmSync(join(dataFolder, '..'), { recursive: true, force: true });
}

/** A backend on a real database in a folder of its own, with a clock and ids that are the same in every run. */
export async function createTestBackend(
  options: { dataFolder?: string; clock?: TestClock; idPrefix?: string; patience?: Partial<Patience> } = {},
): Promise<TestBackend> {
  const dataFolder = options.dataFolder ?? newTestFolder();
  const clock = options.clock ?? testClock();
  const bugs: string[] = [];
  let counter = 0;
  const backend = await createBackend({
    dataFolder,
    resourceFolder: join(import.meta.dirname, '..', '..', 'resources'),
    applicationVersion: '0.0.0',
    clock,
    newId: () => {
      counter += 1;
      return `${options.idPrefix ?? 'id'}-${counter}`;
    },
    workerUrl: new URL('../workers/worker.ts', import.meta.url),
    log: (line) => bugs.push(line),
    ...(options.patience === undefined ? {} : { patience: options.patience }),
  });
  return {
    backend,
    client: createRouterClient(backend.router, { context: backend.context }),
    dataFolder,
    clock,
    bugs,
    close: () => backend.close(),
  };
}

export function identity(person: string, office: string, ...roles: Role[]): Inputs['installation']['register'] {
  return { person, office, roles, withSample: false };
}
