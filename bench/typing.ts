import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { build } from 'vite';
import type { openBareEditor } from '#bench/bareEditor.ts';
import type { BenchResult } from '#bench/benchResult.ts';
import { sampleConvention } from '#bench/sampleConvention.ts';
import { articleText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { hostClient } from '#e2e/support/hostClient.ts';
import { removeDataFolder, startHost, type Host } from '#e2e/support/startHost.ts';
import { rendererFolder } from '#scripts/buildRenderer.ts';
import { findBrowser } from '#scripts/findBrowser.ts';
import { projectRoot } from '#scripts/projectRoot.ts';

const articleCount = 300;
const rounds = 6;
const keysPerRound = 25;
/** Slower than a fast typist; work that an editor puts off until a pause falls between the keys as it would. */
const keyPause = 60;

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function percentile95(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length * 0.95)] ?? 0;
}

function linesOf(document: ConventionDocument): string[] {
  const numbering = numberDocument(document);
  return articlesOf(document).map(({ article }) => `${numbering.labels.get(article.attrs.id) ?? ''}　${articleText(article, numbering)}`);
}

/** A page of the host's own address, so that both sides set the text in the same fonts. */
async function barePage(browser: Browser, host: Host, lines: readonly string[]): Promise<Page> {
  const bundled = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(projectRoot, 'bench', 'bareEditor.ts'), formats: ['iife'], name: 'bare' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const output = Array.isArray(bundled) ? bundled[0] : bundled;
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('The bare editor was not bundled');
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const styles = readFileSync(join(rendererFolder, 'index.html'), 'utf8').match(/<link rel="stylesheet"[^>]*>/gu) ?? [];
  const style = 'overflow: auto; height: 100vh; font: 18px/1.85 var(--xy-font-family-doc)';
  const html = `<!doctype html><html lang="zh-CN"><head>${styles.join('')}</head><body style="${style}"></body></html>`;
  await page.route('**/bare.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(`${host.origin}/bare.html`);
  await page.addScriptTag({ content: chunk.code });
  await page.evaluate((given) => {
    // The bundle's one global: what bareEditor.ts exports.
    const bare: { openBareEditor: typeof openBareEditor } = Reflect.get(window, 'bare');
    bare.openBareEditor(given);
  }, lines);
  return page;
}

async function conventionPage(browser: Browser, host: Host, document: ConventionDocument): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(host.url);
  const [cookie] = await page.context().cookies();
  if (cookie === undefined) throw new Error('The host gave no cookie');
  const client = hostClient(host, `${cookie.name}=${cookie.value}`);
  await client.installation.register({ person: '陈秀兰', office: '清溪村村民委员会', roles: ['drafter'], withSample: false });
  const { conventionId } = await client.conventions.create({ village: '清溪村', township: '枫林镇', kind: 'village', document });
  await page.goto(`${host.origin}/#/conventions/${conventionId}`);
  await page.reload();
  // The summary of the pre-check shows that everything around the text is ready.
  await page.locator('.sum').waitFor();
  await page.locator('text=正在预审').waitFor({ state: 'hidden' });
  return page;
}

/** Milliseconds from each key going down to the frame that shows its character, with `keysPerRound` keys in the middle of the text. */
async function typeRound(page: Page, paragraph: string): Promise<number[]> {
  await page.bringToFront();
  await page.locator('.ProseMirror').focus();
  await page.evaluate((selector) => {
    const paragraphs = document.querySelectorAll(selector);
    const middle = paragraphs[Math.floor(paragraphs.length / 2)];
    if (middle === undefined) throw new Error('No paragraph to type in');
    middle.scrollIntoView({ block: 'center' });
    getSelection()?.selectAllChildren(middle);
    getSelection()?.collapseToEnd();
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    const onKey = () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        // The message arrives after the frame has been laid out and painted.
        channel.port1.addEventListener('message', () => times.push(performance.now() - start));
        channel.port1.start();
        channel.port2.postMessage(0);
      });
    };
    Object.assign(window, { stopKeys: () => window.removeEventListener('keydown', onKey, true) });
    window.addEventListener('keydown', onKey, true);
  }, paragraph);
  for (let key = 0; key < keysPerRound; key += 1) await page.keyboard.press('a', { delay: keyPause });
  await page.waitForFunction((wanted) => Reflect.get(window, 'keyTimes').length >= wanted, keysPerRound);
  return page.evaluate(() => {
    Reflect.get(window, 'stopKeys')();
    return Reflect.get(window, 'keyTimes');
  });
}

/**
 * Keystroke to paint in the open screen of a convention with 300 articles (numbers, findings, outline, autosave and all)
 * against a bare Tiptap editor with the same text in the same fonts, in turns in one browser without a frame limit. Medians.
 */
export async function benchTyping(): Promise<BenchResult[]> {
  const document = sampleConvention(articleCount, 7);
  const host = await startHost();
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  try {
    const theirs = await barePage(browser, host, linesOf(document));
    const ours = await conventionPage(browser, host, document);
    const [ourTimes, theirTimes]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      const theirRound = await typeRound(theirs, '.ProseMirror > p');
      const ourRound = await typeRound(ours, '.ProseMirror [data-part="article"] > p');
      // The first round warms both up.
      if (round === 0) continue;
      theirTimes.push(...theirRound);
      ourTimes.push(...ourRound);
    }
    const result = (name: string, of: (values: readonly number[]) => number): BenchResult => ({
      name,
      peer: 'a bare Tiptap editor with the same text',
      unit: 'ms',
      ours: of(ourTimes),
      theirs: of(theirTimes),
      ratio: of(theirTimes) / of(ourTimes),
    });
    return [
      { ...result('keystroke to paint in 300 articles, median', median), goal: 1 / 1.3 },
      result('keystroke to paint in 300 articles, 95th percentile', percentile95),
    ];
  } finally {
    await browser.close();
    await host.stop();
    removeDataFolder(host.dataFolder);
  }
}
