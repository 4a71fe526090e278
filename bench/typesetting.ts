import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { createTypesetter } from '#backend/documents/export/createTypesetter.ts';
import { renderText } from '#core/document/renderText.ts';
import type { BenchResult } from './benchResult.ts';
import { sampleConvention } from './sampleConvention.ts';

const articles = 60;
const warmRuns = 15;
const coldRuns = 5;
const run = promisify(execFile);

/**
 * 60 articles to PDF against headless Chromium printing the same text. Every run sets other words, so that neither side
 * answers from a cache. Chromium prints as a command, from its start to the finished file, and, for information,
 * in a page of a browser that is open already. Ours cold is a whole Node process from its start.
 */
export async function benchTypesetting(): Promise<BenchResult[]> {
  const chromiumPath = installedChromium();
  const folder = await mkdtemp(join(tmpdir(), 'typesetting-'));
  try {
    const typesetter = createTypesetter({ resourceFolder: fileURLToPath(new URL('../resources', import.meta.url)) });
    // The first run of each side warms it up and is not counted.
    const warm = await medianOf(warmRuns, (seed) => {
      typesetter.setDocument({ type: 'convention', document: sampleConvention(articles, seed), date: '2026年11月24日' });
    });
    const script = fileURLToPath(new URL('typesetOnce.ts', import.meta.url));
    const cold = await medianOf(coldRuns, (seed) => run(process.execPath, [script, String(seed)]));

    const source = join(folder, 'text.html');
    const printed = await medianOf(coldRuns, async (seed) => {
      await writeFile(source, htmlOf(seed));
      await run(chromiumPath, [...chromiumFlags, '--headless', '--no-pdf-header-footer', `--print-to-pdf=${join(folder, 'text.pdf')}`, source]);
    });
    const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
    const page = await browser.newPage();
    const openPage = await medianOf(coldRuns, async (seed) => {
      await page.setContent(htmlOf(seed));
      await page.pdf({ format: 'A4' });
    });
    await browser.close();

    return [
      resultOf('60 articles to PDF, warm', 'headless Chromium, printing as a command', warm, printed, 50),
      resultOf('60 articles to PDF, cold process', 'headless Chromium, printing as a command', cold, printed, 3),
      resultOf('60 articles to PDF, warm', 'headless Chromium, page.pdf in an open page', warm, openPage),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function resultOf(name: string, peer: string, ours: number, theirs: number, goal?: number): BenchResult {
  const result = { name, peer, unit: 'ms', ours, theirs, ratio: theirs / ours };
  return goal === undefined ? result : { ...result, goal };
}

/** The median time of `runs` runs in milliseconds, each with a seed of its own, after one that is not counted. */
async function medianOf(runs: number, work: (seed: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let seed = 0; seed <= runs; seed += 1) {
    const start = performance.now();
    // Measured one after another: two at a time would share the processor.
    await work(seed);
    if (seed > 0) times.push(performance.now() - start);
  }
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Chromium refuses to start as root with its sandbox on. */
const chromiumFlags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

function installedChromium(): string {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()];
  const found = places.find((path) => existsSync(path));
  if (found === undefined) throw new Error('No Chromium to measure against: install chromium or run playwright install chromium');
  return found;
}

function htmlOf(seed: number): string {
  const text = renderText(sampleConvention(articles, seed));
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `<p>${line.replace(/[&<]/gu, (sign) => (sign === '&' ? '&amp;' : '&lt;'))}</p>`);
  const style =
    '@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font:15.75pt/29pt "Noto Serif CJK SC","Noto Serif SC",serif;margin:0}' +
    'p{margin:0;text-indent:2em;text-align:justify}';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style><body>${lines.join('')}</body></html>`;
}
