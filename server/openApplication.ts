import { createBackend, type BackendOptions } from '#backend/createBackend.ts';
import { applicationOf, type Application } from '#server/applicationOf.ts';

/** Opens a data folder to be served. Throws the DATA_FOLDER_… errors of createBackend. */
export async function openApplication(options: BackendOptions): Promise<Application> {
  return applicationOf(await createBackend(options));
}
