import { DomainError } from '#core/errors.ts';

/**
 * The two streams of a Word 97–2003 document ([MS-DOC] 2.1) and its file information block. All reads are checked: what lies outside
 * reads as nothing.
 */
export class WordStreams {
  readonly main: DataView;
  readonly table: DataView;

  constructor(main: Uint8Array, table: Uint8Array) {
    this.main = new DataView(main.buffer, main.byteOffset, main.byteLength);
    this.table = new DataView(table.buffer, table.byteOffset, table.byteLength);
  }

  /** Characters in a part of the text, by the offset of its count in the block ([MS-DOC] 2.5.4). */
  count(offset: number): number {
    const value = u32(this.main, offset);
    if (value > 0x7fffffff) throw new DomainError('FILE_DAMAGED', '正文部分读不懂');
    return value;
  }

  /** A structure of the table stream by its place in FibRgFcLcb97 ([MS-DOC] 2.5.6); empty where the document has none. */
  structure(index: number): DataView {
    const offset = 154 + index * 8;
    const from = u32(this.main, offset);
    const size = u32(this.main, offset + 4);
    if (from > this.table.byteLength || size === 0) return part(this.table, 0, 0);
    return part(this.table, from, Math.min(size, this.table.byteLength - from));
  }
}

/** Bytes of a view; nothing where they lie outside. */
export function part(view: DataView, from: number, size: number): DataView {
  const start = Math.min(Math.max(0, from), view.byteLength);
  return new DataView(view.buffer, view.byteOffset + start, Math.min(Math.max(0, size), view.byteLength - start));
}

/** Little-endian numbers; 0 outside of the view. */
export function u8(view: DataView, at: number): number {
  return at >= 0 && at < view.byteLength ? view.getUint8(at) : 0;
}

export function u16(view: DataView, at: number): number {
  return at >= 0 && at + 2 <= view.byteLength ? view.getUint16(at, true) : 0;
}

export function u32(view: DataView, at: number): number {
  return at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, true) : 0;
}

/** UTF-16 characters. */
export function wideText(view: DataView, at: number, length: number): string {
  const { buffer, byteOffset, byteLength } = part(view, at, length * 2);
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf16le');
}
