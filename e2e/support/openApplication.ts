import { openInBrowser, type Application } from '#e2e/support/application.ts';

/** The application on the host that this machine can run. */
export async function openApplication(): Promise<Application> {
  return openInBrowser();
}
