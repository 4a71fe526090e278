import { CommentRangeEnd, CommentRangeStart, CommentReference, Paragraph, TextRun, type ICommentOptions, type ParagraphChild } from 'docx';
import type { Block, TextBlock } from '#backend/documents/export/conventionBlocks.ts';
import { runsText } from '#backend/documents/export/conventionBlocks.ts';
import type { PrintedRemark } from '#backend/documents/export/printDocument.ts';
import { noteType, wordText } from '#backend/documents/export/wordText.ts';

/** Where remarks begin and end among the blocks, and the comments themselves for Word. */
export type WordRemarks = {
  comments: ICommentOptions[];
  /** what to put at a UTF-16 offset of a block's runs, in order of offset */
  marksOf(block: TextBlock): { offset: number; children: ParagraphChild[] }[];
};

/**
 * Anchors remarks and their replies. A reply has a range and a reference of its own, without which Word deletes it when it saves;
 * a remark whose article is gone stands at the title, so that it is not lost.
 */
export function wordRemarks(blocks: readonly Block[], remarks: readonly PrintedRemark[]): WordRemarks {
  const comments: ICommentOptions[] = [];
  const marks = new Map<TextBlock, { offset: number; children: ParagraphChild[] }[]>();
  const texts = blocks.filter((block) => block.kind !== 'table');
  const put = (place: Place, children: ParagraphChild[]) => {
    const list = marks.get(place.block) ?? [];
    list.push({ offset: place.offset, children });
    marks.set(place.block, list);
  };
  for (const remark of remarks) {
    const lines = texts.filter((block) => block.article?.id === remark.articleId);
    const title = texts[0];
    const from = placeOf(lines, remark.start) ?? (title === undefined ? undefined : { block: title, offset: 0 });
    const to = placeOf(lines, Math.max(remark.start, remark.end)) ?? (title === undefined ? undefined : { block: title, offset: runsText(title.runs).length });
    if (from === undefined || to === undefined) continue;
    const root = comments.length;
    const entries = [remark, ...(remark.replies ?? [])];
    entries.forEach((entry, index) => {
      comments.push({
        id: root + index,
        author: entry.author,
        date: new Date(entry.date),
        ...(index === 0 ? {} : { parentId: root }),
        children: entry.text.split('\n').map((line) => new Paragraph({ children: wordText(line, noteType) })),
      });
    });
    const ids = entries.map((_, index) => root + index);
    put(from, ids.map((id) => new CommentRangeStart(id)));
    put(to, ids.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]));
  }
  return {
    comments,
    marksOf: (block) => (marks.get(block) ?? []).toSorted((one, other) => one.offset - other.offset),
  };
}

type Place = { block: TextBlock; offset: number };

/** The block that holds an offset of articleText; an offset inside an item's number goes to the start of the item's words. */
function placeOf(lines: readonly TextBlock[], offset: number): Place | undefined {
  let best: Place | undefined;
  for (const block of lines) {
    const start = block.article?.offset ?? 0;
    if (best !== undefined && start - block.label.length > offset) break;
    const length = runsText(block.runs).length;
    best = { block, offset: Math.min(Math.max(0, offset - start), length) };
  }
  return best;
}
