import { readAnchors } from '#backend/documents/import/anchors.ts';
import type { ImportNote } from '#backend/documents/import/importNote.ts';
import type { ImportedText } from '#backend/documents/import/importedText.ts';
import { pageNumberLine, shorten } from '#backend/documents/import/marginText.ts';
import { revisionPieces } from '#backend/documents/import/revisionPieces.ts';
import { revisionNotes } from '#backend/documents/import/revisionNotes.ts';
import { RtfReader } from '#backend/documents/import/rtf/RtfReader.ts';
import type { RevisionChoice } from '#contract/imports.ts';

/**
 * Reads an RTF document (Rich Text Format 1.9.1): words in Unicode or in the code pages that the file declares, automatic numbers as
 * printed, table rows as lines with tabs, revisions by `choice`. Throws FILE_UNSAFE for absurd nesting.
 */
export function readRtf(bytes: Uint8Array, choice: RevisionChoice): ImportedText {
  const reader = new RtfReader(bytes, choice === 'reject' ? 'reject' : 'accept');
  reader.read();
  const { lines, places, pieces } = readAnchors(reader.main.finish());
  const revisions = reader.revisions.revisions.map((revision, index) => ({ ...revision, line: places.get(`r${index}`)?.line ?? null }));
  const comments = reader.comments.map((comment, index) => ({ ...comment, madeAt: null, quote: '', line: places.get(`c${index}`)?.line ?? null, at: places.get(`c${index}`)?.at ?? null }));
  const notes: ImportNote[] = revisionNotes(revisions.length, comments.length, choice);
  if (reader.isCutOff) notes.push({ code: 'cutOff', text: '文件没有正常结束，后面可能缺了内容，对照原件看一遍。' });
  if (reader.pictures > 0) notes.push({ code: 'pictures', text: `有 ${reader.pictures} 张图片没有导入。` });
  if (reader.textBoxes > 0) notes.push({ code: 'textBoxes', text: `有 ${reader.textBoxes} 个文本框，里面的文字放在所在段落后面。` });
  const margins = aside(reader.margins.finish());
  if (margins !== '') notes.push({ code: 'headerFooter', text: `页眉页脚没有放进正文：${margins}。` });
  const footnotes = aside(reader.footnotes.finish());
  if (footnotes !== '') notes.push({ code: 'footnotes', text: `脚注没有放进正文：${footnotes}。` });
  return { text: lines.join('\n'), notes, facts: { revisions, comments, pieces: choice === 'keep' ? revisionPieces(pieces, Number) : [] }, mediaType: 'application/rtf' };
}

function aside(lines: readonly string[]): string {
  return shorten([...new Set(lines.map((line) => line.trim()).filter((line) => !pageNumberLine.test(line)))].join('；'));
}
