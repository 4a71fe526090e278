import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default -- Vite gives the address of the file as the default export
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useCallback, useEffect, useRef, useState } from 'react';
import { bugText } from '#contract/errorTexts.ts';
import { Loading } from '#renderer/components/Loading.tsx';

pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;

/** Sharp on any screen, without canvases of a size that small computers cannot hold. */
const maximumScale = 2.5;

type PageSheetProps = { pdf: pdfjs.PDFDocumentProxy; number: number; count: number; onFailure: () => void };

function PageSheet({ pdf, number, count, onFailure }: PageSheetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    let isLeft = false;
    let task: pdfjs.RenderTask | undefined;
    async function draw(): Promise<void> {
      const page = await pdf.getPage(number);
      const element = canvas.current;
      if (isLeft || element === null) return;
      const natural = page.getViewport({ scale: 1 });
      const wanted = (element.clientWidth * window.devicePixelRatio) / natural.width;
      const viewport = page.getViewport({ scale: Math.min(wanted, maximumScale) });
      element.width = Math.round(viewport.width);
      element.height = Math.round(viewport.height);
      task = page.render({ canvas: element, viewport });
      await task.promise;
      const content = await page.getTextContent();
      if (!isLeft) setText(content.items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    draw().catch(() => {
      if (!isLeft) onFailure();
    });
    return () => {
      isLeft = true;
      task?.cancel();
    };
  }, [pdf, number, onFailure]);
  return (
    <li className="pdf-page">
      <canvas ref={canvas} aria-hidden="true" />
      <p className="sr-only">
        第 {number} 页，共 {count} 页。{text}
      </p>
    </li>
  );
}

/** The very bytes of a PDF, page under page. */
export function PdfPages({ bytes }: { bytes: Uint8Array }) {
  const [pdf, setPdf] = useState<pdfjs.PDFDocumentProxy | undefined>(undefined);
  const [hasFailed, setHasFailed] = useState(false);
  const fail = useCallback(() => {
    setHasFailed(true);
  }, []);
  useEffect(() => {
    // pdf.js hands the bytes to its worker and empties the array.
    const task = pdfjs.getDocument({ data: new Uint8Array(bytes) });
    let isLeft = false;
    async function open(): Promise<void> {
      const document = await task.promise;
      if (!isLeft) setPdf(document);
    }
    open().catch(() => {
      if (!isLeft) setHasFailed(true);
    });
    return () => {
      isLeft = true;
      setPdf(undefined);
      void task.destroy();
    };
  }, [bytes]);
  if (hasFailed) {
    return (
      <p className="note bad" role="alert">
        {bugText('预览')}
      </p>
    );
  }
  if (pdf === undefined) return <Loading what="正在显示" />;
  return (
    <ol className="pdf-pages">
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <PageSheet key={index} pdf={pdf} number={index + 1} count={pdf.numPages} onFailure={fail} />
      ))}
    </ol>
  );
}
