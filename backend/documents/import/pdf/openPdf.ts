import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { checkStreams } from '#backend/documents/import/pdf/checkStreams.ts';
import { pageFragments, type Fragment } from '#backend/documents/import/pdf/pageFragments.ts';
import { DomainError } from '#core/errors.ts';

const mostPages = 500;

/** A page's text in the order in which it is drawn; lengths in points from the top left corner. */
export type PdfPage = { width: number; height: number; fragments: Fragment[] };

/**
 * The text of a PDF, page by page. Nothing is drawn, executed or fetched.
 * Throws FILE_ENCRYPTED, FILE_DAMAGED, FILE_UNSAFE and, beyond 500 pages, FILE_TOO_LARGE.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  checkStreams(bytes);
  const library = await loadLibrary();
  return withoutStrays((stray) => Promise.race([readPages(library, bytes), stray]));
}

async function readPages({ getDocument, PasswordException }: Awaited<ReturnType<typeof loadLibrary>>, bytes: Uint8Array): Promise<PdfPage[]> {
  const task = getDocument({
    // The library takes the memory away from whoever hands it over, and takes no Buffer.
    data: new Uint8Array(bytes),
    cMapUrl: characterMaps(),
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) throw new DomainError('FILE_TOO_LARGE', `超过 ${mostPages} 页`);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const fragments = pageFragments(items.flatMap((item) => ('str' in item ? [item] : [])), viewport);
      pages.push({ width: viewport.width, height: viewport.height, fragments });
      page.cleanup();
    }
    return pages;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (error instanceof PasswordException) throw new DomainError('FILE_ENCRYPTED', undefined, { cause: error });
    // Whatever else the library throws, a bug of its own included, comes of a file that it does not understand.
    throw new DomainError('FILE_DAMAGED', 'PDF 的结构读不懂', { cause: error });
  } finally {
    await task.destroy();
  }
}

/**
 * The library lets promises fail that nobody waits for, which would end the process. While it works, such a failure is one of the
 * file's; `stray` rejects with it.
 */
async function withoutStrays<Result>(work: (stray: Promise<never>) => Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onStray = (cause: unknown) => reject(new DomainError('FILE_DAMAGED', 'PDF 的结构读不懂', { cause }));
  process.on('unhandledRejection', onStray);
  try {
    return await work(promise);
  } finally {
    // What fails late has failed before the next turn but one of the event loop.
    await turn();
    await turn();
    process.off('unhandledRejection', onStray);
    promise.catch(() => undefined);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Loaded with the first PDF: it takes longer than reading most documents. The second part registers what the first one looks for. */
async function loadLibrary() {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** The tables for Chinese fonts that are not embedded. Packed applications keep them beside their archive. */
function characterMaps(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return join(folder, 'cmaps').replace(/app\.asar(?=[\\/])/u, 'app.asar.unpacked') + sep;
}
