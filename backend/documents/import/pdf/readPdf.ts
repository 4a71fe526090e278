import type { ImportedText } from '#backend/documents/import/importedText.ts';
import type { ImportNote } from '#backend/documents/import/importNote.ts';
import { shorten } from '#backend/documents/import/marginText.ts';
import { joinLines } from '#backend/documents/import/pdf/joinLines.ts';
import { openPdf } from '#backend/documents/import/pdf/openPdf.ts';
import { pageFurniture } from '#backend/documents/import/pdf/pageFurniture.ts';
import { pageLines } from '#backend/documents/import/pdf/pageLines.ts';
import { DomainError } from '#core/errors.ts';

/** Characters that a font without a table of its characters hands out. */
const unreadable = /[\p{Co}\p{Cn}\ufffd]|[^\P{Cc}\s]/gu;

/**
 * Reads the text layer of a PDF as paragraphs in reading order, columns one after the other, headers, footers and page numbers taken
 * out with a note. Throws FILE_ENCRYPTED, FILE_DAMAGED, FILE_UNSAFE, FILE_TOO_LARGE and, for scans and pictures, FILE_WITHOUT_TEXT.
 */
export async function readPdf(bytes: Uint8Array): Promise<ImportedText> {
  const pages = await openPdf(bytes);
  const lines = pages.map((page, index) => pageLines(page, index + 1));
  const all = lines.flat().map(({ text }) => text).join('');
  if (!/[\p{L}\p{N}]/u.test(all)) throw new DomainError('FILE_WITHOUT_TEXT', '像是扫描件或图片');
  if ((all.match(unreadable)?.length ?? 0) > all.length * 0.3) throw new DomainError('FILE_WITHOUT_TEXT', '文字没有可用的编码');
  const furniture = pageFurniture(lines, Math.max(...pages.map(({ height }) => height)));
  const kept = lines.flat().filter((line) => !furniture.has(line));
  const notes: ImportNote[] = [];
  if (furniture.size > 0) {
    const words = [...new Set(lines.flat().flatMap((line) => (furniture.has(line) ? [line.text.trim()] : [])))].join('；');
    notes.push({ code: 'pageFurniture', text: `页眉页脚和页码没有放进正文：${shorten(words)}。` });
  }
  const blank = lines.flatMap((page, index) => (page.length === 0 ? [index + 1] : []));
  if (blank.length > 0) notes.push({ code: 'pagesWithoutText', text: `第 ${shorten(blank.join('、'))} 页没有读到文字，可能是空白页或图片。` });
  if (lines.some((page) => page.some(({ column }) => column === 'left'))) {
    notes.push({ code: 'columns', text: '有的页分两栏，先读左栏，再读右栏。' });
  }
  return { text: joinLines(kept).join('\n'), notes, mediaType: 'application/pdf' };
}
