import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import type { Backend } from '#backend/createBackend.ts';
import { rendererFolder } from '#scripts/buildRenderer.ts';
import { projectRoot } from '#scripts/projectRoot.ts';
import { startServer, type RunningServer } from '#server/startServer.ts';

export type HostedApplication = RunningServer & {
  /** Resolves when the data folder is open; rejects with the DATA_FOLDER_… errors of createBackend. */
  ready: Promise<void>;
};

async function openBackend(dataFolder: string): Promise<Backend> {
  const { createBackend } = await import('#backend/createBackend.ts');
  return createBackend({
    dataFolder,
    resourceFolder: join(projectRoot, 'resources'),
    applicationVersion: packageJson.version,
    clock: { now: () => new Date() },
    newId: randomUUID,
    workerUrl: pathToFileURL(join(projectRoot, 'backend', 'workers', 'worker.ts')),
    log: (line) => process.stderr.write(`${line}\n`),
  });
}

/** Serves the application on the loopback address, and opens the data folder while the page is on its way. */
export async function hostApplication(options: { dataFolder: string; port: number }): Promise<HostedApplication> {
  const listening = Promise.withResolvers<void>();
  const backend = listening.promise.then(() => openBackend(options.dataFolder));
  const ready = backend.then(() => undefined);
  ready.catch(() => undefined);
  const server = await startServer({ backend, rendererFolder, port: options.port });
  listening.resolve();
  return {
    ...server,
    ready,
    async close() {
      await server.close();
      const opened = await backend.catch(() => undefined);
      await opened?.close();
    },
  };
}
