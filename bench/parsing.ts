import { parseConvention } from '#core/document/parseConvention.ts';
import { renderText } from '#core/document/renderText.ts';
import type { BenchResult } from '#bench/benchResult.ts';
import { interleavedMedians } from '#bench/interleavedMedians.ts';
import { sampleConvention } from '#bench/sampleConvention.ts';

const rounds = 9;
const sentence = '村民应当爱护公共财物，损坏的照价赔偿。';
const megabyte = 1_000_000;

/** How reading a text grows with its articles, and with the length of a paragraph that nothing divides. */
export async function benchParsing(): Promise<BenchResult[]> {
  const few = renderText(sampleConvention(300, 1));
  const many = renderText(sampleConvention(3000, 1));
  const paragraph = (bytes: number) => sentence.repeat(Math.round(bytes / Buffer.byteLength(sentence)));
  const whole = `村规民约\n${paragraph(megabyte)}`;
  const tenths = `村规民约\n${Array.from({ length: 10 }, () => paragraph(megabyte / 10)).join('\n')}`;
  const [fewTime = Number.NaN, manyTime = Number.NaN, wholeTime = Number.NaN, tenthsTime = Number.NaN] = await interleavedMedians(
    rounds,
    [few, many, whole, tenths].map((text) => ({ run: () => read(text) })),
  );
  return [
    { name: 'reading 3,000 articles', peer: 'reading 300', unit: 'ms', ours: manyTime, theirs: fewTime, ratio: fewTime / manyTime, limit: 12 },
    { name: 'reading one paragraph of 1 MB', peer: 'reading ten of 100 kB', unit: 'ms', ours: wholeTime, theirs: tenthsTime, ratio: tenthsTime / wholeTime, limit: 1.5 },
  ];
}

function read(text: string): void {
  let count = 0;
  parseConvention(text, { newId: () => `i${(count += 1)}` });
}
