import mammoth from 'mammoth';
import { renderText } from '#core/document/renderText.ts';
import type { BenchResult } from '#bench/benchResult.ts';
import { docxOf, docxType } from '#bench/docxOf.ts';
import { openBenchBackend } from '#bench/openBenchBackend.ts';
import { sampleConvention } from '#bench/sampleConvention.ts';

const files = 500;
/** So many files bring everything into memory that stays there. */
const settled = 100;
const articles = 40;

/** A folder of 500 Word files, one after another from the file to the stored convention, and what is left in memory. */
export async function benchImportingFolder(): Promise<BenchResult[]> {
  const { client, close } = await openBenchBackend();
  try {
    const texts = Array.from({ length: 20 }, (_, seed) => renderText(sampleConvention(articles, seed)));
    const packed = await Promise.all(texts.map((text, index) => docxOf(`第${index}份\n${text}`)));
    const fileOf = (index: number) => packed[index % packed.length] ?? Buffer.alloc(0);
    let memory = 0;
    let ours = 0;
    let theirs = 0;
    for (let index = 0; index < files; index += 1) {
      const bytes = fileOf(index);
      // The two take turns, so that whatever else the machine does falls on both.
      const start = performance.now();
      const preview = await client.imports.preview({ file: new File([bytes], `村规民约${index}.docx`, { type: docxType }) });
      await client.conventions.create({
        village: `第${index}村`,
        township: '枫林镇',
        kind: 'village',
        document: preview.document,
        ...(preview.attachment === null ? {} : { attachment: preview.attachment }),
      });
      const middle = performance.now();
      await mammoth.extractRawText({ buffer: bytes });
      ours += middle - start;
      theirs += performance.now() - middle;
      if (index === settled - 1) memory = residentMegabytes();
    }
    const perSecond = `${Math.round((files * 1000) / ours)} files a second`;
    return [
      { name: `a folder of ${files} .docx of ${articles} articles`, peer: 'mammoth, bare text of the same', unit: 'ms', ours, theirs, ratio: theirs / ours, remark: perSecond },
      {
        name: `memory after ${files} files`,
        peer: `memory after ${settled}`,
        unit: 'MB',
        ours: residentMegabytes(),
        theirs: memory,
        ratio: memory / residentMegabytes(),
        limit: 1.25,
      },
    ];
  } finally {
    await close();
  }
}

function residentMegabytes(): number {
  return process.memoryUsage().rss / 1024 / 1024;
}
