import { _electron, type ElectronApplication, type Page } from 'playwright';
import { buildElectron } from '#scripts/buildElectron.ts';
import { buildRenderer } from '#scripts/buildRenderer.ts';
import { electronRuntime } from '#scripts/electronRuntime.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

export type Desktop = { page: Page; application: ElectronApplication; close: () => Promise<void> };

/**
 * Opens the desktop application on a data folder and waits for its page, so that a journey of the browser host runs in it
 * too; undefined where Electron's runtime is not installed. A packed application cannot be driven: its fuses forbid it.
 */
export async function launchDesktop(dataFolder: string): Promise<Desktop | undefined> {
  const executablePath = electronRuntime(projectRoot);
  if (executablePath === undefined) return undefined;
  await buildRenderer();
  await buildElectron(projectRoot);
  // Chromium refuses to start a sandbox for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({ executablePath, args: [...sandbox, projectRoot, '--data', dataFolder] });
  const page = await application.firstWindow();
  await page.waitForURL('xiangyue-app://app/**');
  return { page, application, close: () => application.close() };
}
