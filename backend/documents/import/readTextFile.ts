import { decodeText } from '#backend/documents/import/decodeText.ts';
import { declaredEncoding } from '#backend/documents/import/html/declaredEncoding.ts';
import { htmlText } from '#backend/documents/import/html/htmlText.ts';
import type { ImportedText } from '#backend/documents/import/importedText.ts';
import type { ImportNote } from '#backend/documents/import/importNote.ts';
import { markdownText } from '#backend/documents/import/markdownText.ts';
import { textEncodingNames, type TextEncoding } from '#contract/imports.ts';

/**
 * Reads plain text, Markdown or a page in the encoding that fits, or in the one that was asked for; `declared` is what stands outside
 * of the bytes about them. Throws FILE_ENCODING_UNKNOWN.
 */
export function readTextFile(kind: 'text' | 'markdown' | 'html', bytes: Uint8Array, wanted: TextEncoding | undefined, declared?: TextEncoding): ImportedText {
  const { text, candidates, unreadable } = decodeText(bytes, wanted, declared ?? (kind === 'html' ? declaredEncoding(bytes) : undefined));
  const notes: ImportNote[] = [];
  const chosen = candidates.find((candidate) => candidate.chosen);
  if (chosen !== undefined && wanted === undefined) {
    const others = candidates.filter((candidate) => !candidate.chosen).map(({ name }) => textEncodingNames[name]).join('、');
    notes.push({ code: 'encoding', text: `文字按 ${textEncodingNames[chosen.name]} 读出，按 ${others} 也读得通。看到乱码就换一种编码。` });
  }
  if (unreadable > 0) notes.push({ code: 'encoding', text: `有 ${unreadable} 处文字坏了，读成了 \ufffd，对照原文改正。` });
  const facts = { encodings: candidates };
  if (kind === 'markdown') return { text: markdownText(text), notes, facts, mediaType: 'text/markdown' };
  if (kind === 'text') return { text, notes, facts, mediaType: 'text/plain' };
  const page = htmlText(text);
  return { text: page.text, notes: [...notes, ...page.notes], facts, mediaType: 'text/html' };
}
