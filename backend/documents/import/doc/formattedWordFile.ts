import { buildCompoundFile } from '#backend/documents/import/legacyWordFile.ts';

/** A run of characters; single properties as [code, ...bytes of the operand]. */
type WordRun = { text: string; properties?: readonly number[][] };
/** A paragraph with the mark that ends it. */
export type WordParagraph = { runs: readonly WordRun[]; mark?: string; markProperties?: readonly number[][]; style?: number; properties?: readonly number[][] };
type WordLevel = { start?: number; format: number; text: string; follow?: number; restart?: number };
export type WordDocumentParts = {
  paragraphs: readonly WordParagraph[];
  /** each list with its levels; paragraphs name it by its 1-based place */
  lists?: readonly (readonly WordLevel[])[];
  /** start of level 0 where a list begins anew, by its place */
  starts?: ReadonlyMap<number, number>;
  styles?: readonly { builtIn?: number; base?: number; properties?: readonly number[][] }[];
  authors?: readonly string[];
  comments?: readonly { position: number; author: number; text: string }[];
};

const textAt = 0x800;
const page = 512;

/** A small Word 97–2003 file with formats, lists, styles, revisions and comments ([MS-DOC]): for tests. */
export function buildFormattedWord({ paragraphs, lists = [], starts = new Map(), styles = [], authors = [], comments = [] }: WordDocumentParts): Uint8Array {
  const body = paragraphs.map(({ runs, mark = '\r' }) => `${runs.map(({ text }) => text).join('')}${mark}`).join('');
  const remarks = comments.map(({ text }) => `${text}\r`).join('');
  const characters = Buffer.from(body + remarks, 'utf16le');
  const pagesAt = Math.ceil((textAt + characters.length) / page) * page;
  const main = Buffer.alloc(Math.max(4096, pagesAt + 2 * page));
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0200, 0x0a);
  main.writeUInt32LE(body.length, 0x4c);
  main.writeUInt32LE(remarks.length, 0x5c);
  characters.copy(main, textAt);
  let at = textAt;
  const characterRuns: FormatEntry[] = [];
  const paragraphRuns: FormatEntry[] = [];
  for (const { runs, mark = '\r', markProperties = [], style = 0, properties = [] } of paragraphs) {
    const from = at;
    for (const run of [...runs, { text: mark, properties: markProperties }]) {
      characterRuns.push({ from: at, to: at + run.text.length * 2, content: single(run.properties ?? []) });
      at += run.text.length * 2;
    }
    paragraphRuns.push({ from, to: at, content: Buffer.concat([u16(style), single(properties)]) });
  }
  writePage(main, pagesAt, characterRuns, 1);
  writePage(main, pagesAt + page, paragraphRuns, 13);

  const structures: Buffer[] = [];
  let tableSize = 0;
  const put = (index: number, structure: Buffer, own = structure.length) => {
    main.writeUInt32LE(tableSize, 154 + index * 8);
    main.writeUInt32LE(own, 158 + index * 8);
    structures.push(structure);
    tableSize += structure.length;
  };
  const all = body.length + remarks.length;
  put(33, Buffer.concat([Buffer.from([2]), u32(16), u32(0), u32(all), u16(0), u32(textAt), u16(0)]));
  put(12, Buffer.concat([u32(textAt), u32(at), u32(pagesAt / page)]));
  put(13, Buffer.concat([u32(textAt), u32(at), u32(pagesAt / page + 1)]));
  put(1, styleSheet(styles));
  const levels = Buffer.concat(lists.flatMap((list) => Array.from({ length: 9 }, (_, level) => levelBytes(list[level] ?? { format: 0xff, text: '' }))));
  const heads = Buffer.concat([u16(lists.length), ...lists.map((_, index) => Buffer.concat([u32(1_000 + index), u32(0), Buffer.alloc(18, 0xff), Buffer.alloc(2)]))]);
  if (lists.length > 0) put(73, Buffer.concat([heads, levels]), heads.length);
  const overrides = lists.map((_, index) => starts.get(index + 1));
  if (lists.length > 0) {
    put(
      74,
      Buffer.concat([
        u32(lists.length),
        ...overrides.map((start, index) => Buffer.concat([u32(1_000 + (start === undefined ? index : 0)), u32(0), u32(0), Buffer.from([start === undefined ? 0 : 1, 0, 0, 0])])),
        ...overrides.map((start) => (start === undefined ? u32(0xffffffff) : Buffer.concat([u32(0xffffffff), u32(start), u32(0x10)]))),
      ]),
    );
  }
  if (authors.length > 0) put(51, Buffer.concat([u16(0xffff), u16(authors.length), u16(0), ...authors.map(wide)]));
  if (comments.length > 0) {
    const ends = comments.map((_, index) => comments.slice(0, index + 1).reduce((sum, { text }) => sum + text.length + 1, 0));
    put(4, Buffer.concat([...comments.map(({ position }) => u32(position)), u32(body.length), ...comments.map(({ author }) => Buffer.concat([Buffer.alloc(20), u16(author), Buffer.alloc(8)]))]));
    put(5, Buffer.concat([u32(0), ...ends.map(u32)]));
    put(36, Buffer.concat(authors.map(wide)));
  }
  const table = Buffer.alloc(Math.max(4096, Math.ceil(tableSize / page) * page));
  Buffer.concat(structures).copy(table);
  return buildCompoundFile(main, table);
}

type FormatEntry = { from: number; to: number; content: Buffer };

/** One page of formats: offsets at the front, contents from the back. `width`: bytes of an entry behind the offsets. */
function writePage(main: Buffer, at: number, entries: readonly FormatEntry[], width: 1 | 13) {
  let free = page - 2;
  entries.forEach(({ from, to, content }, index) => {
    main.writeUInt32LE(from, at + index * 4);
    main.writeUInt32LE(to, at + index * 4 + 4);
    const isParagraph = width === 13;
    const padded = isParagraph && content.length % 2 === 0 ? Buffer.concat([content, Buffer.alloc(1)]) : content;
    free = (free - padded.length - 1) & ~1;
    main.writeUInt8(isParagraph ? (padded.length + 1) / 2 : padded.length, at + free);
    padded.copy(main, at + free + 1);
    main.writeUInt8(free / 2, at + (entries.length + 1) * 4 + index * width);
  });
  if ((entries.length + 1) * 4 + entries.length * width > free) throw new Error('too many formats for one page');
  main.writeUInt8(entries.length, at + page - 1);
}

function levelBytes({ start = 1, format, text, follow = 0, restart }: WordLevel): Buffer {
  const head = Buffer.alloc(28);
  head.writeUInt32LE(start, 0);
  head.writeUInt8(format, 4);
  head.writeUInt8(restart === undefined ? 0 : 8, 5);
  head.writeUInt8(follow, 15);
  head.writeUInt8(restart ?? 0, 26);
  const printed = text.replace(/%([1-9])/gu, (_, digit: string) => String.fromCharCode(Number(digit) - 1));
  return Buffer.concat([head, u16(printed.length), Buffer.from(printed, 'utf16le')]);
}

function styleSheet(styles: NonNullable<WordDocumentParts['styles']>): Buffer {
  const bytes = styles.map(({ builtIn = 0xffe, base = 0xfff, properties = [] }) => {
    const set = Buffer.concat([u16(0), single(properties)]);
    const style = Buffer.concat([u16(builtIn), u16(1 | (base << 4)), u16(2), u16(0), u16(0), wide('式'), u16(0), u16(set.length), set]);
    return Buffer.concat([u16(style.length), style, Buffer.alloc(style.length % 2)]);
  });
  return Buffer.concat([u16(18), u16(styles.length), u16(10), Buffer.alloc(14), ...bytes]);
}

function single(properties: readonly number[][]): Buffer {
  return Buffer.concat(properties.map(([code = 0, ...operand]) => Buffer.concat([u16(code), Buffer.from(operand)])));
}

function wide(text: string): Buffer {
  return Buffer.concat([u16(text.length), Buffer.from(text, 'utf16le')]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
