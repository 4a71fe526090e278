import { AlignmentType, type ISectionOptions } from 'docx';
import type { AmendmentStatementPrint } from '#backend/documents/export/printDocument.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';
import { statementLines } from '#backend/documents/export/statementLines.ts';
import { wordLine, wordParagraph, wordSection } from '#backend/documents/export/wordPage.ts';
import { bodyType, headType, noteType, titleType, wordText } from '#backend/documents/export/wordText.ts';

/** 修订说明 as a section of a Word file. */
export function amendmentStatementToWord(input: AmendmentStatementPrint): ISectionOptions {
  return wordSection([
    wordLine(wordText(printTitle(input), titleType), { alignment: AlignmentType.CENTER, after: 29, line: 34 }),
    ...statementLines(input.text).map(({ kind, text }) =>
      kind === 'heading' ? wordParagraph(wordText(text, headType), { keepNext: true }) : wordParagraph(wordText(text, bodyType)),
    ),
    wordLine(wordText(input.office, bodyType), { alignment: AlignmentType.RIGHT, before: 29, keepNext: true }),
    wordLine(wordText(input.date, bodyType), { alignment: AlignmentType.RIGHT }),
    ...(input.identity === undefined ? [] : [wordLine(wordText(`本机登记身份：${input.identity}`, noteType), { before: 12, line: 15 })]),
  ]);
}
