import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { createBackend } from '#backend/createBackend.ts';
import { rendererFolder } from '#scripts/buildRenderer.ts';
import { projectRoot } from '#scripts/projectRoot.ts';
import { startServer, type RunningServer } from '#server/startServer.ts';

const packageSchema = z.object({ version: z.string() });

/** Opens a data folder and serves the application on the loopback address. Throws the DATA_FOLDER_… errors of createBackend. */
export async function hostApplication(options: { dataFolder: string; port: number }): Promise<RunningServer> {
  const { version } = packageSchema.parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')));
  const backend = await createBackend({
    dataFolder: options.dataFolder,
    resourceFolder: join(projectRoot, 'resources'),
    applicationVersion: version,
    clock: { now: () => new Date() },
    newId: randomUUID,
    workerUrl: pathToFileURL(join(projectRoot, 'backend', 'workers', 'worker.ts')),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    const server = await startServer({ backend, rendererFolder, port: options.port });
    return {
      ...server,
      async close() {
        await server.close();
        await backend.close();
      },
    };
  } catch (error) {
    await backend.close();
    throw error;
  }
}
