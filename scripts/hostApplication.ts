import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { rendererFolder } from '#scripts/buildRenderer.ts';
import { projectRoot } from '#scripts/projectRoot.ts';
import type { Application } from '#server/applicationOf.ts';
import { startServer, type RunningServer } from '#server/startServer.ts';

export type HostedApplication = RunningServer & {
  /** Resolves when the data folder is open; rejects with the DATA_FOLDER_… errors of createBackend. */
  ready: Promise<void>;
};

type HostOptions = {
  dataFolder: string;
  /** 0 takes a free port */
  port: number;
  /** the built server/openApplication.ts; without it the sources run */
  program?: string;
};

async function open({ dataFolder, program }: HostOptions): Promise<Application> {
  const loaded: Promise<typeof import('#server/openApplication.ts')> =
    program === undefined ? import('#server/openApplication.ts') : import(pathToFileURL(program).href);
  const { openApplication } = await loaded;
  return openApplication({
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
export async function hostApplication(options: HostOptions): Promise<HostedApplication> {
  const listening = Promise.withResolvers<void>();
  const application = listening.promise.then(() => open(options));
  const ready = application.then(() => undefined);
  ready.catch(() => undefined);
  const server = await startServer({ application, rendererFolder, port: options.port });
  // Whoever waits for the address has it before the modules take the processor.
  setImmediate(listening.resolve);
  return {
    ...server,
    ready,
    async close() {
      await server.close();
      const opened = await application.catch(() => undefined);
      await opened?.close();
    },
  };
}
