import { AlignmentType, type FileChild, type ISectionOptions, type ParagraphChild } from 'docx';
import type { OpinionPrint } from '#backend/documents/export/printDocument.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';
import { textWidth, wordLine, wordParagraph, wordSection } from '#backend/documents/export/wordPage.ts';
import { wordTable } from '#backend/documents/export/wordTable.ts';
import { bodyType, cellHeadType, cellType, headType, noteType, titleType, wordText } from '#backend/documents/export/wordText.ts';
import { verificationCode } from '#core/document/verificationCode.ts';

/** 合法性审查意见书 as a section of a Word file. */
export function opinionToWord(input: OpinionPrint): ISectionOptions {
  const heading = (text: string) => wordParagraph(wordText(text, headType), { keepNext: true });
  const sentence = (text: string) => wordParagraph(wordText(text, bodyType));
  const cells = (texts: readonly string[]): ParagraphChild[][] => texts.map((text) => wordText(text, cellType));
  const headCells = (texts: readonly string[]): ParagraphChild[][] => texts.map((text) => wordText(text, cellHeadType));
  const width = textWidth.portrait;
  const facts: [string, string][] = [
    ['送审单位', input.submittingOffice],
    ['审查文本', `《${input.conventionTitle}》${input.versionName}`],
    ['收件日期', input.receivedOn],
    ['办结日期', input.finishedOn],
    ['校验码', verificationCode(input.sha256)],
    ['文本校验值', input.sha256],
  ];
  const annotations = input.annotations.map((row, index) =>
    cells([String(index + 1), row.article, row.problem, row.basis, row.severity, row.suggestion]),
  );
  const right = { alignment: AlignmentType.RIGHT, indent: { right: 1280 } };
  const children: FileChild[] = [
    wordLine(wordText(printTitle(input), titleType), { alignment: AlignmentType.CENTER, after: 8, line: 34 }),
    ...(input.number === '' ? [] : [wordLine(wordText(input.number, bodyType), { alignment: AlignmentType.CENTER, after: 14 })]),
    wordTable(
      facts.map(([name, value]) => [wordText(name, cellHeadType), wordText(value, cellType)]),
      { weights: [0.2, 0.8], width, head: false, sentences: [1] },
    ),
    heading('一、审查范围'),
    wordTable(
      [headCells(['范围', '结果', '说明']), ...input.scope.map((row) => cells([row.name, row.result, row.remark]))],
      { weights: [0.15, 0.2, 0.65], width, head: true, sentences: [2] },
    ),
    heading('二、审查意见'),
    input.annotations.length === 0
      ? sentence('经逐条审查，未提出修改意见。')
      : wordTable([headCells(['序号', '条款', '问题', '依据', '级别', '建议']), ...annotations], {
          weights: [0.09, 0.13, 0.24, 0.2, 0.12, 0.22],
          width,
          head: true,
          sentences: [2, 3, 5],
        }),
    heading('三、审查结论'),
    wordParagraph(wordText(input.conclusion, headType)),
    ...(input.explanation === undefined ? [] : [sentence(input.explanation)]),
    sentence('本意见书只就上列校验值对应的文本作出，文本改动后应当重新送审。本意见书不替代村（居）民会议的决定。'),
    wordParagraph(wordText(`审查人：${input.reviewer}`, bodyType), { keepNext: true }),
    ...(input.secondReviewer === undefined ? [] : [wordParagraph(wordText(`复核人：${input.secondReviewer}`, bodyType), { keepNext: true })]),
    wordLine(wordText(input.office, bodyType), { ...right, before: 24 }),
    wordLine(wordText(input.finishedOn, bodyType), { ...right, before: 8 }),
    ...(input.identity === undefined ? [] : [wordLine(wordText(`本机登记身份：${input.identity}`, noteType), { before: 14, line: 15 })]),
  ];
  return wordSection(children);
}
