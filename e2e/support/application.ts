import { join } from 'node:path';
import type { Page } from 'playwright';
import type { ContractClient } from '#contract/contract.ts';
import { launchBrowser } from '#e2e/support/browser.ts';
import { hostClient } from '#e2e/support/hostClient.ts';
import { newDataFolder, removeDataFolder, startHost, type Host } from '#e2e/support/startHost.ts';

/** The application as a person has it before him, whatever host it runs on. */
export type Application = {
  page: Page;
  dataFolder: string;
  /** Hands a file to the open dialog that the trigger brings up. */
  chooseFile(trigger: () => Promise<void>, path: string): Promise<void>;
  /** Waits for what the trigger saves, keeps it in `folder` and returns its path. */
  savedFile(trigger: () => Promise<void>, folder: string): Promise<string>;
  close(): Promise<void>;
};

export type BrowserApplication = Application & {
  host: Host;
  pageErrors: string[];
  /** The typed client of the same host, entered with the page's cookie. */
  client(): Promise<ContractClient>;
};

export type WindowSize = { width: number; height: number };

const cookieName = /^xiangyue-\d+$/u;

/** Opens the application in a browser against an HTTP host of its own, and collects what the page reports as errors. */
export async function openInBrowser(
  size: WindowSize = { width: 1366, height: 768 },
  dataFolder = newDataFolder(),
): Promise<BrowserApplication> {
  const host = await startHost(dataFolder);
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', acceptDownloads: true });
  const page = await context.newPage();
  const pageErrors: string[] = [];
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  await page.goto(host.url);
  return {
    page,
    host,
    dataFolder,
    pageErrors,
    async chooseFile(trigger, path) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), trigger()]);
      await chooser.setFiles(path);
    },
    async savedFile(trigger, folder) {
      const [download] = await Promise.all([page.waitForEvent('download'), trigger()]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    async client() {
      const cookie = (await context.cookies()).find(({ name }) => cookieName.test(name));
      if (cookie === undefined) throw new Error('The page has not entered the host');
      return hostClient(host, `${cookie.name}=${cookie.value}`);
    },
    async close() {
      await browser.close();
      await host.stop();
      removeDataFolder(dataFolder);
    },
  };
}
