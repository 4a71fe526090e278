import { readAnchors } from '#backend/documents/import/anchors.ts';
import { plainLines } from '#backend/documents/import/doc/plainLines.ts';
import { readPieces } from '#backend/documents/import/doc/pieces.ts';
import { readWordComments } from '#backend/documents/import/doc/wordComments.ts';
import { part, u16, u32, wideText, WordStreams } from '#backend/documents/import/doc/WordStreams.ts';
import { WordText } from '#backend/documents/import/doc/WordText.ts';
import type { ImportedText } from '#backend/documents/import/importedText.ts';
import type { ImportNote } from '#backend/documents/import/importNote.ts';
import { pageNumberLine, shorten } from '#backend/documents/import/marginText.ts';
import type { OleDirectory } from '#backend/documents/import/oleDirectory.ts';
import { revisionNotes } from '#backend/documents/import/revisionNotes.ts';
import type { RevisionChoice } from '#contract/imports.ts';
import { DomainError } from '#core/errors.ts';

const numbersUnknown: ImportNote = {
  code: 'numbersUnknown',
  text: '正文里没有条文编号。编号若是 Word 自动生成的，在 Word 或 WPS 里另存为 .docx 后重新导入。',
};

/**
 * Reads a Word 97–2003 document ([MS-DOC]): the text with automatic numbers as printed, cells parted by tabs, revisions by `choice`;
 * of Word 6 and 95 the text alone, in the Chinese code page. Throws FILE_ENCRYPTED and FILE_DAMAGED.
 */
export function readLegacyWord(directory: OleDirectory, choice: RevisionChoice): ImportedText {
  const stream = (name: string) => {
    const entry = directory.entries.find((candidate) => candidate.name === name && candidate.type === 2);
    return entry === undefined ? undefined : directory.read(entry);
  };
  const main = stream('WordDocument');
  if (main === undefined) throw new DomainError('FILE_DAMAGED', '没有正文部分');
  const head = new DataView(main.buffer, main.byteOffset, main.byteLength);
  // [MS-DOC] 2.5.2 FibBase: in the flags at offset 10 bit 8 is fEncrypted and bit 9 names the table stream.
  const flags = u16(head, 10);
  if ((flags & 0x0100) !== 0) throw new DomainError('FILE_ENCRYPTED');
  if (u16(head, 0) === 0xa5dc) return { ...readOldText(head, flags), mediaType: 'application/msword' };
  if (u16(head, 0) !== 0xa5ec) throw new DomainError('FILE_DAMAGED', '正文部分读不懂');
  const table = stream((flags & 0x0200) === 0 ? '0Table' : '1Table');
  if (table === undefined) throw new DomainError('FILE_DAMAGED', '没有正文部分');
  const streams = new WordStreams(main, table);
  return { ...readText(streams, choice), mediaType: 'application/msword' };
}

function readText(streams: WordStreams, choice: RevisionChoice): Omit<ImportedText, 'mediaType'> {
  const pieces = readPieces(streams);
  const all = pieces.map(({ text }) => text).join('');
  // [MS-DOC] 2.4.1: the parts of the text lie one behind the other.
  const sizes = [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64, 0x68].map((offset) => streams.count(offset));
  let end = 0;
  const [, footnotes = '', margins = '', remarks = '', endnotes = '', boxes = ''] = sizes.map((size) => all.slice(end, (end += size)));
  const comments = readWordComments(streams, remarks);
  const text = new WordText(streams, choice === 'reject' ? 'reject' : 'accept', revisionAuthors(streams), new Map(comments.map(({ position }, index) => [position, index])));
  const { lines, places } = readAnchors(text.lines(pieces, sizes[0] ?? 0));
  const boxLines = plainLines(boxes);
  const revisions = text.revisions.revisions.map((revision, index) => ({ ...revision, line: places.get(`r${index}`)?.line ?? null }));
  const notes: ImportNote[] = revisionNotes(revisions.length, comments.length, choice);
  if (text.pictures > 0) notes.push({ code: 'pictures', text: `有 ${text.pictures} 张图片没有导入。` });
  if (boxLines.length > 0) notes.push({ code: 'textBoxes', text: '文本框里的文字放在正文后面。' });
  if (text.contents > 0) notes.push({ code: 'contents', text: `目录有 ${text.contents} 行，没有放进正文。` });
  const aside = (part: string) => shorten([...new Set(plainLines(part).filter((line) => !pageNumberLine.test(line)))].join('；'));
  if (aside(margins) !== '') notes.push({ code: 'headerFooter', text: `页眉页脚没有放进正文：${aside(margins)}。` });
  if (aside(`${footnotes}\r${endnotes}`) !== '') notes.push({ code: 'footnotes', text: `脚注没有放进正文：${aside(`${footnotes}\r${endnotes}`)}。` });
  const joined = [...lines, ...boxLines].join('\n');
  if (text.numbered > 0) notes.push({ code: 'numbersComputed', text: `有 ${text.numbered} 处编号由 Word 自动生成，已按它的规则算出，对照原件看一遍。` });
  else if (!text.hasFormats && !hasNumbers(joined)) notes.push(numbersUnknown);
  const facts = {
    revisions,
    // Their places among the characters are not kept: they are listed in words.
    pieces: choice === 'keep' ? revisions.map((_one, revision) => ({ kind: 'inserted' as const, revision, from: 0, to: 0 })) : [],
    comments: comments.map(({ author, text: words }, index) => ({ author, madeAt: null, text: words, quote: '', line: places.get(`c${index}`)?.line ?? null, at: places.get(`c${index}`)?.at ?? null })),
  };
  return { text: joined, notes, facts };
}

/** Word 6 and 95: single bytes from fcMin, of which a Chinese Word makes pairs. */
function readOldText(head: DataView, flags: number): Omit<ImportedText, 'mediaType'> {
  if ((flags & 0x0004) !== 0) throw new DomainError('FILE_DAMAGED', '旧版快速保存的文件');
  const bytes = part(head, u32(head, 0x18), u32(head, 0x34));
  const text = plainLines(new TextDecoder('gb18030').decode(bytes)).join('\n');
  return { text, notes: hasNumbers(text) ? [] : [numbersUnknown] };
}

function hasNumbers(text: string): boolean {
  return /^[\s　]*(?:第[^\s]{1,6}条|[（(]?[一二三四五六七八九十0-9]{1,3}[、.．）)])/mu.test(text);
}

/** The names behind the numbers of revisions ([MS-DOC] 2.9.286 SttbfRMark): a table of strings with two bytes of length each. */
function revisionAuthors(streams: WordStreams): string[] {
  const table = streams.structure(51);
  const names: string[] = [];
  let at = 6;
  for (let index = u16(table, 2); index > 0 && at < table.byteLength; index -= 1) {
    const length = u16(table, at);
    names.push(wideText(table, at + 2, length));
    at += 2 + length * 2 + u16(table, 4);
  }
  return names;
}
