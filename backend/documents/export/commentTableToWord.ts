import { AlignmentType, type ISectionOptions } from 'docx';
import type { CommentTablePrint } from '#backend/documents/export/printDocument.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';
import { textWidth, wordLine, wordSection } from '#backend/documents/export/wordPage.ts';
import { wordTable } from '#backend/documents/export/wordTable.ts';
import { cellHeadType, cellType, noteType, titleType, wordText } from '#backend/documents/export/wordText.ts';

const head = ['序号', '渠道', '针对条款', '意见', '处理', '理由'];
const weights = [0.05, 0.1, 0.11, 0.37, 0.1, 0.27];

/** 意见汇总及采纳情况表 as a section of a Word file. */
export function commentTableToWord(input: CommentTablePrint): ISectionOptions {
  const rows = input.comments.map((comment, index) =>
    [String(index + 1), comment.channel, comment.article, comment.text, comment.reply, comment.reason].map((text) =>
      wordText(text, cellType),
    ),
  );
  return wordSection(
    [
      wordLine(wordText(printTitle(input), titleType), { alignment: AlignmentType.CENTER, after: 12, line: 34 }),
      wordLine(wordText(`填报单位：${input.office}`, cellType), { line: 20 }),
      wordLine(wordText(`征求意见时间：${input.from}至${input.to}`, cellType), { after: 6, line: 20 }),
      wordTable([head.map((name) => wordText(name, cellHeadType)), ...rows], {
        weights,
        width: textWidth.landscape,
        head: true,
        sentences: [3, 5],
      }),
      ...(input.comments.length === 0 ? [wordLine(wordText('征求意见期间没有收到意见。', cellType), { before: 6, line: 20 })] : []),
      ...(input.summary === undefined ? [] : [wordLine(wordText(input.summary, cellType), { before: 6, line: 20 })]),
      wordLine(wordText(`填报日期：${input.date}`, cellType), { alignment: AlignmentType.RIGHT, before: 6, line: 20 }),
      ...(input.identity === undefined ? [] : [wordLine(wordText(`本机登记身份：${input.identity}`, noteType), { before: 6, line: 15 })]),
    ],
    { landscape: true },
  );
}
