import mammoth from 'mammoth';
import { articlesOf } from '#core/document/articlesOf.ts';
import { renderText } from '#core/document/renderText.ts';
import type { BenchResult } from '#bench/benchResult.ts';
import { docxOf, docxType } from '#bench/docxOf.ts';
import { interleavedMedians } from '#bench/interleavedMedians.ts';
import { openBenchBackend } from '#bench/openBenchBackend.ts';
import { sampleConvention } from '#bench/sampleConvention.ts';

const articles = 300;
const rounds = 15;

/**
 * A text of 300 articles from the chosen file to the stored convention: read, divided into articles, checked by the
 * contract and written to disk. The peer only takes the bare text out of the same .docx.
 */
export async function benchImporting(): Promise<BenchResult[]> {
  const { client, close } = await openBenchBackend();
  try {
    const importFile = async (file: File) => {
      const preview = await client.imports.preview({ file });
      const found = articlesOf(preview.document).length;
      if (found !== articles) throw new Error(`${found} articles read from ${file.name}`);
      await client.conventions.create({
        village: '新玉峰村',
        township: '枫林镇',
        kind: 'village',
        document: preview.document,
        ...(preview.attachment === null ? {} : { attachment: preview.attachment }),
      });
    };
    const texts = Array.from({ length: rounds + 2 }, (_, seed) => renderText(sampleConvention(articles, seed)));
    const packed = await Promise.all(texts.map(docxOf));
    const [docx = Number.NaN, txt = Number.NaN, extraction = Number.NaN] = await interleavedMedians(rounds, [
      { run: (round) => importFile(new File([at(packed, round)], '村规民约.docx', { type: docxType })) },
      { run: (round) => importFile(new File([at(texts, round)], '村规民约.txt', { type: 'text/plain' })) },
      { run: (round) => mammoth.extractRawText({ buffer: at(packed, round) }) },
    ]);
    const peer = 'mammoth, bare text of the .docx';
    return [
      { name: 'import of 300 articles, .docx', peer, unit: 'ms', ours: docx, theirs: extraction, ratio: extraction / docx, limit: 3 },
      { name: 'import of 300 articles, .txt', peer, unit: 'ms', ours: txt, theirs: extraction, ratio: extraction / txt },
    ];
  } finally {
    await close();
  }
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new Error(`No text ${index}`);
  return value;
}
