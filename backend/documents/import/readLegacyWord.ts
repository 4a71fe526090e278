import WordExtractor from 'word-extractor';
import type { ImportNote } from '#backend/documents/import/importNote.ts';
import type { OleDirectory } from '#backend/documents/import/oleDirectory.ts';
import { DomainError } from '#core/errors.ts';

/** In milliseconds; a sound document takes some tens. */
const longestReading = 3_000;

/**
 * Reads the text of a Word 97–2003 document. Automatic numbers are not in the text of such a file; a note says so where none are found.
 * Throws FILE_ENCRYPTED and FILE_DAMAGED.
 */
export async function readLegacyWord(bytes: Uint8Array, directory: OleDirectory): Promise<{ text: string; notes: ImportNote[] }> {
  const main = directory.entries.find(({ name }) => name === 'WordDocument');
  if (main === undefined) throw new DomainError('FILE_DAMAGED', '没有正文部分');
  const header = directory.firstSector(main);
  // [MS-DOC] 2.5.2 FibBase: bit 8 of the flags at offset 10 is fEncrypted.
  if (((header[11] ?? 0) & 1) !== 0) throw new DomainError('FILE_ENCRYPTED');
  const asTheyAre = { filterUnicode: false };
  try {
    const document = await withinTime(new WordExtractor().extract(Buffer.from(bytes)));
    const boxes = document.getTextboxes({ ...asTheyAre, includeHeadersAndFooters: false }).trim();
    const body = document.getBody(asTheyAre);
    const text = boxes === '' ? body : `${body}\n${boxes}`;
    const notes: ImportNote[] = [];
    const margins = document.getHeaders(asTheyAre).trim();
    if (margins !== '') notes.push({ code: 'headerFooter', text: `页眉页脚没有放进正文：${margins.replace(/\s+/gu, ' ').slice(0, 200)}。` });
    const comments = document.getAnnotations(asTheyAre).trim();
    if (comments !== '') notes.push({ code: 'revisions', text: '文件里有批注，批注没有放进正文。' });
    const footnotes = document.getFootnotes(asTheyAre).trim();
    if (footnotes !== '') notes.push({ code: 'footnotes', text: `脚注没有放进正文：${footnotes.replace(/\s+/gu, ' ').slice(0, 200)}。` });
    if (!/^[\s　]*(?:第[^\s]{1,6}条|[（(]?[一二三四五六七八九十0-9]{1,3}[、.．）)])/mu.test(text)) {
      notes.push({ code: 'numbersUnknown', text: '正文里没有条文编号。编号若是 Word 自动生成的，在 Word 或 WPS 里另存为 .docx 后重新导入。' });
    }
    return { text, notes };
  } catch (error) {
    throw new DomainError('FILE_DAMAGED', '正文部分读不懂', { cause: error });
  }
}

/** With some spoilt files the library waits for the end of a stream that never comes. */
function withinTime<Result>(reading: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the library does not answer')), longestReading);
    void reading.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
