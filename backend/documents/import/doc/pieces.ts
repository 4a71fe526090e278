import { part, u16, u32, u8, wideText, type WordStreams } from '#backend/documents/import/doc/WordStreams.ts';
import { DomainError } from '#core/errors.ts';

/** A stretch of the text as it lies in the file. `at`: byte offset in the main stream; `width`: bytes a character. */
export type Piece = { text: string; at: number; width: 1 | 2 };

/** The pieces of the text in reading order ([MS-DOC] 2.9.38 Clx, 2.8.35 PlcPcd). Throws FILE_DAMAGED where there are none. */
export function readPieces(streams: WordStreams): Piece[] {
  const clx = streams.structure(33);
  let at = 0;
  while (u8(clx, at) === 1 && at < clx.byteLength) at += 3 + u16(clx, at + 1);
  if (u8(clx, at) !== 2) throw new DomainError('FILE_DAMAGED', '正文部分读不懂');
  const table = part(clx, at + 5, u32(clx, at + 1));
  const count = Math.floor((table.byteLength - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const length = u32(table, index * 4 + 4) - u32(table, index * 4);
    const place = u32(table, (count + 1) * 4 + index * 8 + 2);
    // Bit 30 says that the characters are single bytes of windows-1252, at half the offset.
    const isNarrow = (place & 0x40000000) !== 0;
    const offset = isNarrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    const width = isNarrow ? 1 : 2;
    if (length < 0 || offset + length * width > streams.main.byteLength) throw new DomainError('FILE_DAMAGED', '正文部分不完整');
    const bytes = part(streams.main, offset, length * width);
    pieces.push({ text: isNarrow ? new TextDecoder('windows-1252').decode(bytes) : wideText(bytes, 0, length), at: offset, width });
  }
  return pieces;
}
