import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  DeletedTextRun,
  ImageRun,
  InsertedTextRun,
  type FileChild,
  type ICommentOptions,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import { articleBookmark } from '#backend/documents/export/articleBookmark.ts';
import { columnWeights } from '#backend/documents/export/columnWeights.ts';
import { conventionBlocks, labelGap, runsText, type Run, type TableBlock, type TextBlock } from '#backend/documents/export/conventionBlocks.ts';
import { conventionNotes, type ConventionNotes } from '#backend/documents/export/conventionNotes.ts';
import type { ConventionPrint } from '#backend/documents/export/printDocument.ts';
import { qrImage } from '#backend/documents/export/qrImage.ts';
import { textWidth, wordLine, wordParagraph, wordSection } from '#backend/documents/export/wordPage.ts';
import { wordRemarks } from '#backend/documents/export/wordRemarks.ts';
import { wordTable } from '#backend/documents/export/wordTable.ts';
import { bodyType, cellHeadType, cellType, headType, noteType, titleType, wordRuns, wordText, type WordType } from '#backend/documents/export/wordText.ts';

/** A convention as a section of a Word file: numbers as text, suggestions as tracked changes, remarks as comments. */
export function conventionToWord(input: ConventionPrint): { section: ISectionOptions; comments: ICommentOptions[] } {
  const blocks = conventionBlocks(input.document);
  const remarks = wordRemarks(blocks, input.remarks ?? []);
  const notes = conventionNotes(input);
  let changes = 0;

  const childrenOf = (run: Run, type: WordType): ParagraphChild[] => {
    const face: WordType = run.bold === true ? { ...type, face: 'heiti' } : type;
    const suggestion = run.deleted ?? run.inserted;
    if (suggestion === undefined) return wordText(run.text, face);
    const { author, date } = input.suggestions?.[suggestion] ?? { author: '未署名', date: isoDay(input.date) };
    return wordRuns(run.text, face).map((options) => {
      changes += 1;
      const change = { ...options, id: changes, author, date };
      return run.deleted === undefined ? new InsertedTextRun(change) : new DeletedTextRun(change);
    });
  };
  const words = (block: TextBlock, type: WordType): ParagraphChild[] => {
    const children: ParagraphChild[] = [];
    const marks = remarks.marksOf(block);
    let start = 0;
    for (const run of block.runs) {
      let from = 0;
      while (marks[0] !== undefined && marks[0].offset < start + run.text.length) {
        const to = marks[0].offset - start;
        if (to > from) children.push(...childrenOf({ ...run, text: run.text.slice(from, to) }, type));
        children.push(...(marks.shift()?.children ?? []));
        from = to;
      }
      children.push(...childrenOf({ ...run, text: run.text.slice(from) }, type));
      start += run.text.length;
    }
    return [...children, ...marks.flatMap((mark) => mark.children)];
  };
  const numbered = (block: TextBlock, type: WordType, labelType: WordType): ParagraphChild[] => {
    const label = block.label === '' ? [] : wordText(`${block.label}${labelGap(block.label)}`, labelType);
    return block.article?.first === true
      ? [new Bookmark({ id: articleBookmark(block.article.id), children: label }), ...words(block, type)]
      : [...label, ...words(block, type)];
  };
  const table = (block: TableBlock): FileChild =>
    wordTable(
      block.rows.map((row, index) => row.map((cell) => cell.flatMap((run) => childrenOf(run, index === 0 ? cellHeadType : cellType)))),
      { weights: columnWeights(block.rows.map((row) => row.map(runsText))), width: textWidth.portrait, head: true },
    );
  const middle = AlignmentType.CENTER;
  const setBlock = (block: TextBlock, isKept: boolean): FileChild => {
    const keep = isKept ? { keepNext: true } : {};
    switch (block.kind) {
      case 'title':
        return wordLine(words(block, titleType), { alignment: middle, after: 20, line: 34 });
      case 'subtitle':
        return wordLine(words(block, { face: 'kaiti', size: 32 }), { alignment: middle, after: 20 });
      case 'chapter':
        return wordLine(numbered(block, headType, headType), { alignment: middle, before: 16, after: 10, keepNext: true });
      case 'section':
        return wordLine(numbered(block, { face: 'kaiti', size: 32 }, { face: 'kaiti', size: 32 }), { alignment: middle, before: 10, after: 8, keepNext: true });
      case 'annex':
        return wordLine(words(block, headType), { alignment: middle, after: 14, pageBreakBefore: true, keepNext: true });
      case 'caption':
        return wordParagraph(numbered(block, headType, headType), { keepNext: true });
      case 'verse':
        return wordParagraph(words(block, bodyType), { alignment: middle, indent: { firstLine: 0 }, ...keep });
      case 'item':
      case 'subitem':
        return wordParagraph(numbered(block, bodyType, bodyType), keep);
      case 'article':
      case 'preamble':
      case 'closing':
      case 'annexText':
        return wordParagraph(numbered(block, bodyType, headType), keep);
      case 'signing':
        return wordLine(words(block, bodyType), { ...signingPlace, before: block === blocks[firstSigning] ? 29 : 0, ...keep });
    }
  };

  const firstAnnex = blocks.findIndex((block) => block.kind === 'annex');
  const end = firstAnnex === -1 ? blocks.length : firstAnnex;
  const firstSigning = blocks.findIndex((block) => block.kind === 'signing');
  // The last paragraph stays with the lines that sign it, and what certifies the text with more than one line above, so that no page holds these alone.
  const lastText = blocks.findLastIndex((block, index) => index < end && block.kind !== 'signing');
  const isCertifiedBelow = firstAnnex === -1 && (notes.clearance.length > 0 || notes.statement !== undefined || notes.identity !== undefined);
  const adoption = adoptionLines(notes, isCertifiedBelow);
  const set = (block: (typeof blocks)[number], index: number) =>
    block.kind === 'table'
      ? table(block)
      : setBlock(block, index >= lastText && index < end && (index < end - 1 || (adoption.length < 2 && (adoption.length > 0 || isCertifiedBelow))));
  const paragraphs = blocks.map(set);
  const children = [...paragraphs.slice(0, end), ...adoption, ...paragraphs.slice(end), ...clearanceLines(notes)];
  const mark = notes.verification === undefined ? notes.statement : `校验码 ${notes.verification.code}`;
  return { section: wordSection(children, mark === undefined ? {} : { mark }), comments: remarks.comments };
}

/** The date stands four characters from the right edge (GB/T 9704, 7.3.5). */
const signingPlace = { alignment: AlignmentType.RIGHT, indent: { right: 1280 } };

function adoptionLines(notes: ConventionNotes, isCertifiedBelow: boolean): FileChild[] {
  const { signature } = notes;
  const lines: FileChild[] = notes.adoption.map((line, index) =>
    wordParagraph(wordText(line, bodyType), { keepNext: isCertifiedBelow || signature !== undefined || index < notes.adoption.length - 1 }),
  );
  if (signature !== undefined) {
    lines.push(wordLine(wordText(signature.name, bodyType), { ...signingPlace, before: 42, keepNext: true }));
    lines.push(wordLine(wordText(signature.date, bodyType), { ...signingPlace, before: 8, keepNext: isCertifiedBelow }));
  }
  return lines;
}

function clearanceLines(notes: ConventionNotes): FileChild[] {
  const lines: { children: ParagraphChild[]; line: number | 'auto' }[] = notes.clearance.map(({ label, value }) => ({
    children: [...wordText(`${label}：`, cellHeadType), ...wordText(value, cellType)],
    line: 20,
  }));
  if (notes.verification !== undefined) {
    const { code, sha256 } = notes.verification;
    const { png } = qrImage(sha256);
    const altText = { name: '二维码', title: '二维码', description: '文本校验值二维码' };
    lines.push({ children: [...wordText('校验码：', cellHeadType), ...wordText(code, headType)], line: 24 });
    lines.push({ children: wordText(`文本校验值：${sha256}`, noteType), line: 15 });
    lines.push({ children: [new ImageRun({ type: 'png', data: png, transformation: { width: 110, height: 110 }, altText })], line: 'auto' });
  }
  if (notes.statement !== undefined) lines.push({ children: wordText(notes.statement, cellHeadType), line: 20 });
  if (notes.identity !== undefined) lines.push({ children: wordText(notes.identity, noteType), line: 15 });
  const rule = { style: BorderStyle.SINGLE, size: 6, space: 6, color: '000000' };
  return lines.map(({ children, line }, index) =>
    wordLine(children, {
      line,
      keepLines: true,
      keepNext: index < lines.length - 1,
      ...(index === 0 ? { before: 30, border: { top: rule } } : { before: 3 }),
    }),
  );
}

/** 2026年11月24日 → the ISO 8601 moment that a tracked change carries. */
function isoDay(date: string): string {
  const [year = '', month = '', day = ''] = date.match(/\d+/gu) ?? [];
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`;
}
