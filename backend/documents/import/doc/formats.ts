import { part, u16, u32, u8, type WordStreams } from '#backend/documents/import/doc/WordStreams.ts';

/** Single properties ([MS-DOC] 2.6) by their codes, with the bytes of their operands. */
export type Properties = ReadonlyMap<number, DataView>;
/** Formatting of the bytes `from` up to `to` of the main stream; `style`: index of the paragraph's style. */
export type FormatRun = { from: number; to: number; style: number; properties: Properties };

const pageSize = 512;
const none: Properties = new Map();

/** The codes that the reader asks for. */
export const propertyCodes = { isDeleted: 0x0800, isInserted: 0x0801, insertedBy: 0x4804, deletedBy: 0x4863, level: 0x260a, list: 0x460b, endsRow: 0x2417 } as const;

/** Character formats, in the order of the file ([MS-DOC] 2.9.33 ChpxFkp). */
export function characterFormats(streams: WordStreams): FormatRun[] {
  return formatPages(streams, 12).flatMap((page) => {
    const count = u8(page, 511);
    return runs(count, (index) => {
      const at = u8(page, (count + 1) * 4 + index) * 2;
      return { from: u32(page, index * 4), to: u32(page, index * 4 + 4), style: 0, properties: at === 0 ? none : readProperties(part(page, at + 1, u8(page, at))) };
    });
  });
}

/** Paragraph formats, in the order of the file ([MS-DOC] 2.9.175 PapxFkp). */
export function paragraphFormats(streams: WordStreams): FormatRun[] {
  return formatPages(streams, 13).flatMap((page) => {
    const count = u8(page, 511);
    return runs(count, (index) => {
      const range = { from: u32(page, index * 4), to: u32(page, index * 4 + 4) };
      const at = u8(page, (count + 1) * 4 + index * 13) * 2;
      if (at === 0) return { ...range, style: 0, properties: none };
      const size = u8(page, at);
      const own = size === 0 ? part(page, at + 2, u8(page, at + 1) * 2) : part(page, at + 1, size * 2 - 1);
      return { ...range, style: u16(own, 0), properties: readProperties(part(own, 2, own.byteLength - 2)) };
    });
  });
}

function runs(count: number, run: (index: number) => FormatRun): FormatRun[] {
  return Array.from({ length: Math.min(count, 0x65) }, (_, index) => run(index)).filter(({ from, to }) => from < to);
}

function formatPages(streams: WordStreams, index: number): DataView[] {
  const table = streams.structure(index);
  const count = Math.floor((table.byteLength - 4) / 8);
  return Array.from({ length: Math.max(0, count) }, (_, page) => part(streams.main, (u32(table, (count + 1) * 4 + page * 4) & 0x3fffff) * pageSize, pageSize));
}

/** Operand sizes by the top three bits of a code; 6 says so itself. */
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3];

export function readProperties(bytes: DataView): Properties {
  const properties = new Map<number, DataView>();
  let at = 0;
  while (at + 2 < bytes.byteLength) {
    const code = u16(bytes, at);
    const kind = code >> 13;
    const isTable = code === 0xd608;
    const size = kind === 6 ? (isTable ? u16(bytes, at + 2) + 1 : u8(bytes, at + 2) + 1) : (operandSizes[kind] ?? 1);
    properties.set(code, part(bytes, at + 2, size));
    at += 2 + Math.max(1, size);
  }
  return properties;
}

/** Finds the run that a byte of the main stream belongs to; the runs are sorted once. */
export function formatFinder(all: readonly FormatRun[]): (at: number) => FormatRun | undefined {
  const sorted = [...all].sort((a, b) => a.from - b.from);
  return (at) => {
    let low = 0;
    let high = sorted.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = sorted[middle];
      if (run === undefined || at < run.from) high = middle - 1;
      else if (at >= run.to) low = middle + 1;
      else return run;
    }
    return undefined;
  };
}
