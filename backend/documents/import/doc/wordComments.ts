import { plainLines } from '#backend/documents/import/doc/plainLines.ts';
import { u16, u32, wideText, type WordStreams } from '#backend/documents/import/doc/WordStreams.ts';

/** `position`: the character of the main text at which a comment stands. */
export type WordComment = { position: number; author: string; text: string };

const referenceSize = 30;

/** The comments ([MS-DOC] 2.8.8 PlcfandRef, 2.8.9 PlcfandTxt); `remarks` is the part of the text that holds their words. */
export function readWordComments(streams: WordStreams, remarks: string): WordComment[] {
  const references = streams.structure(4);
  const texts = streams.structure(5);
  const owners = readOwners(streams.structure(36));
  const count = Math.max(0, Math.floor((references.byteLength - 4) / (4 + referenceSize)));
  return Array.from({ length: count }, (_, index) => {
    const owner = u16(references, (count + 1) * 4 + index * referenceSize + 20);
    const words = remarks.slice(u32(texts, index * 4), u32(texts, index * 4 + 4));
    return {
      position: u32(references, index * 4),
      author: owners[owner] ?? '',
      text: plainLines(words).join('\n'),
    };
  });
}

/** Names one behind the other, each with its length before it. */
function readOwners(table: DataView): string[] {
  const names: string[] = [];
  for (let at = 0; at + 2 <= table.byteLength; at += 2 + u16(table, at) * 2) names.push(wideText(table, at + 2, u16(table, at)));
  return names;
}
