import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ISectionOptions,
  type ParagraphChild,
} from 'docx';
import type { AmendmentTablePrint, PrintedLine, PrintedRun } from '#backend/documents/export/printDocument.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';
import { textWidth, wordLine, wordSection } from '#backend/documents/export/wordPage.ts';
import { cellHeadType, cellType, noteType, titleType, wordRuns, wordText, type WordType } from '#backend/documents/export/wordText.ts';

const heads = ['原条文', '修订后条文', '修订理由与依据', '来源'];
const legendType: WordType = { face: 'kaiti', size: 24 };

/** 条文对照表 as a section of a Word file. */
export function amendmentTableToWord(input: AmendmentTablePrint): ISectionOptions {
  const note = (text: string, type = cellType) => (text === '' ? [] : [wordLine(wordText(text, type), { before: 6, line: 20 })]);
  return wordSection(
    [
      wordLine(wordText(printTitle(input), titleType), { alignment: AlignmentType.CENTER, after: 12, line: 34 }),
      wordLine(wordText(`原文本：${input.oldName}`, cellType), { line: 20 }),
      wordLine(wordText(`修订文本：${input.newName}`, cellType), { line: 20 }),
      wordLine(wordText(input.legend, legendType), { after: 6, line: 20 }),
      ...(input.rows.length === 0 ? [] : [changeTable(input)]),
      ...note(input.remark),
      wordLine(wordText(`制表日期：${input.date}`, cellType), { alignment: AlignmentType.RIGHT, before: 6, line: 20 }),
      ...(input.identity === undefined ? [] : note(`本机登记身份：${input.identity}`, noteType)),
    ],
    { landscape: true },
  );
}

function changeTable({ rows, hasSource }: AmendmentTablePrint): Table {
  const weights = hasSource ? [0.32, 0.32, 0.23, 0.13] : [0.365, 0.365, 0.27];
  const widths = weights.map((weight) => Math.round(weight * textWidth.landscape));
  const cell = (children: Paragraph[], column: number) =>
    new TableCell({ width: { size: widths[column] ?? 0, type: WidthType.DXA }, margins: cellMargins, verticalAlign: VerticalAlignTable.TOP, children });
  const words = (text: string) => text.split('\n').map((line) => cellParagraph(wordText(line, cellType)));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: widths.map((_, column) => cell([cellParagraph(wordText(heads[column] ?? '', cellHeadType), AlignmentType.CENTER)], column)),
      }),
      ...rows.map((row) => {
        if (row.type === 'band') {
          const heading = [cellParagraph(wordText(row.text, cellHeadType), AlignmentType.CENTER, true)];
          return new TableRow({ cantSplit: true, children: [new TableCell({ columnSpan: widths.length, margins: cellMargins, children: heading })] });
        }
        const texts = [row.reason, ...(hasSource ? [row.source] : [])];
        return new TableRow({
          cantSplit: row.isShort,
          children: [
            cell(row.old.map(lineParagraph), 0),
            cell(row.new.map(lineParagraph), 1),
            ...texts.map((text, index) => cell(words(text), index + 2)),
          ],
        });
      }),
    ],
  });
}

const cellMargins = { top: 60, bottom: 60, left: 100, right: 100 };

function cellParagraph(children: ParagraphChild[], alignment: 'left' | 'center' = AlignmentType.LEFT, keepNext = false): Paragraph {
  return new Paragraph({ spacing: { line: 380, lineRule: LineRuleType.EXACT }, alignment, keepNext, children });
}

function lineParagraph({ label, runs }: PrintedLine): Paragraph {
  return cellParagraph([...(label === '' ? [] : wordText(`${label}　`, cellHeadType)), ...runs.flatMap(wordRun)]);
}

function wordRun(run: PrintedRun): TextRun[] {
  const type: WordType = run.note === true ? { ...cellType, face: 'kaiti' } : run.inserted === true ? { ...cellType, bold: true } : cellType;
  return wordRuns(run.text, type).map(
    (options) => new TextRun({ ...options, ...(run.inserted === true ? { underline: {} } : {}), ...(run.deleted === true ? { strike: true } : {}) }),
  );
}
