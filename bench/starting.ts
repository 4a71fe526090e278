import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { BenchResult } from '#bench/benchResult.ts';
import { interleavedMedians } from '#bench/interleavedMedians.ts';
import { launchBrowser } from '#e2e/support/browser.ts';
import { enterHost, hostClient } from '#e2e/support/hostClient.ts';
import { newDataFolder, removeDataFolder, startHost, type Host } from '#e2e/support/startHost.ts';
import { buildHost } from '#scripts/buildHost.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

const rounds = 9;

type Opened = { browser?: Browser; host?: Host; emptyHost?: ChildProcess };

/**
 * From the start of the HTTP host's process to a workbench whose tasks are shown, in a browser that is launched for it, on a
 * data folder with a convention in it. The peer does the same with nothing in it: a node:http process and an empty page in the
 * same browser. For information, its parts: until the host listens, and until the page is usable in a browser and with a host that both run already.
 */
export async function benchStarting(): Promise<BenchResult[]> {
  const dataFolder = newDataFolder();
  const ours: Opened = {};
  const theirs: Opened = {};
  // A browser that is still open loads what it likes meanwhile.
  const closeBoth = async () => {
    await close(ours);
    await close(theirs);
  };
  try {
    await buildHost();
    await registerWithSample(dataFolder);
    const [application = Number.NaN, emptyPage = Number.NaN] = await interleavedMedians(
      rounds,
      [
        {
          prepare: closeBoth,
          async run() {
            ours.host = await startHost(dataFolder, join('bench', 'serveAtOnce.ts'));
            ours.browser = await launchBrowser();
            await openWorkbench(await ours.browser.newPage(), ours.host.url);
          },
        },
        {
          prepare: closeBoth,
          async run() {
            const address = await startEmptyHost(theirs);
            theirs.browser = await launchBrowser();
            await openEmptyPage(await theirs.browser.newPage(), address);
          },
        },
      ],
      1,
    );
    await closeBoth();
    const [hostStart = Number.NaN, emptyHostStart = Number.NaN] = await interleavedMedians(rounds, [
      {
        prepare: () => close(ours),
        async run() {
          ours.host = await startHost(dataFolder, join('bench', 'serveAtOnce.ts'));
        },
      },
      { prepare: () => close(theirs), run: () => startEmptyHost(theirs) },
    ], 1);
    await closeBoth();
    const [page = Number.NaN, empty = Number.NaN] = await openPages(dataFolder, ours, theirs);
    const peer = 'a node:http process with an empty page';
    return [
      {
        name: 'start of the HTTP host to the usable workbench',
        peer: `${peer}, the same browser launched`,
        unit: 'ms',
        ours: application,
        theirs: emptyPage,
        ratio: emptyPage / application,
        limit: 1.5,
      },
      { name: 'of it: until the host listens', peer, unit: 'ms', ours: hostStart, theirs: emptyHostStart, ratio: emptyHostStart / hostStart },
      { name: 'of it: the page, host and browser running', peer, unit: 'ms', ours: page, theirs: empty, ratio: empty / page },
    ];
  } finally {
    await closeBoth();
    removeDataFolder(dataFolder);
  }
}

/** A page without a cache against an empty one, host and browser running already. */
async function openPages(dataFolder: string, ours: Opened, theirs: Opened): Promise<number[]> {
  const host = await startHost(dataFolder);
  ours.host = host;
  const address = await startEmptyHost(theirs);
  const browser = await launchBrowser();
  ours.browser = browser;
  const [name = '', value = ''] = (await enterHost(host)).split('=');
  const pages: Page[] = [];
  const openContext = async () => {
    await pages.pop()?.context().close();
    const context = await browser.newContext();
    await context.addCookies([{ name, value, url: host.origin }]);
    pages.push(await context.newPage());
  };
  const page = () => {
    const [opened] = pages;
    if (opened === undefined) throw new Error('No page');
    return opened;
  };
  return interleavedMedians(rounds, [
    { prepare: openContext, run: () => openWorkbench(page(), `${host.origin}/#/workbench`) },
    { prepare: openContext, run: () => openEmptyPage(page(), address) },
  ]);
}

async function registerWithSample(dataFolder: string): Promise<void> {
  const host = await startHost(dataFolder);
  const client = hostClient(host, await enterHost(host));
  await client.installation.register({ person: '陈秀兰', office: '新玉峰村村民委员会', roles: ['drafter'], withSample: true });
  await host.stop();
}

async function openWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('main a', { hasText: '去起草' }).waitFor();
}

async function openEmptyPage(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('body').waitFor({ state: 'attached' });
}

async function startEmptyHost(opened: Opened): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'serveEmptyPage.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { NODE_COMPILE_CACHE: join(projectRoot, 'node_modules', '.cache', 'compiled'), ...process.env },
  });
  opened.emptyHost = child;
  const [address]: unknown[] = await once(child.stdout, 'data');
  return String(address).trim();
}

async function close(opened: Opened): Promise<void> {
  await opened.browser?.close();
  await opened.host?.stop();
  if (opened.emptyHost !== undefined && opened.emptyHost.exitCode === null && opened.emptyHost.signalCode === null) {
    const ended = once(opened.emptyHost, 'exit');
    opened.emptyHost.kill();
    await ended;
  }
  delete opened.browser;
  delete opened.host;
  delete opened.emptyHost;
}
