import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { AmendmentTablePrint, PrintedLine, PrintedRun } from '#backend/documents/export/printDocument.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';
import { richString, sliceText, type RichRun } from '#backend/documents/export/richString.ts';

const heads = ['原条文', '修订后条文', '修订理由与依据', '来源'];
const columnWidths = [46, 46, 30, 18];
const border = { borderStyle: 'thin', borderColor: '#000000' } as const;
const fontFamily = '宋体';

/** Excel shows a row up to 409 points high, about 25 lines: a longer text goes on in the next row. */
const charactersOfRow = 420;

/** 条文对照表 as an Excel file: landscape A4, one page wide, its head on every page. */
export async function amendmentTableToExcel(input: AmendmentTablePrint): Promise<Uint8Array> {
  const count = input.hasSource ? 4 : 3;
  const rich: RichRun[][] = [];
  // A cell holds one style in this writer: such a cell gets a word of its own, in whose place the marked words are put below.
  const marked = (runs: readonly RichRun[]) => {
    rich.push([...runs]);
    return { value: placeholder(rich.length - 1), type: String, wrap: true, alignVertical: 'top' as const, ...border };
  };
  const across = (text: string, style: object): Row => [
    { value: text, type: String, columnSpan: count, wrap: true, ...style },
    ...Array.from({ length: count - 1 }, () => null),
  ];
  const data: Row[] = [
    across(printTitle(input), { fontWeight: 'bold', fontSize: 16, align: 'center', height: 30 }),
    across(`原文本：${input.oldName}　　修订文本：${input.newName}`, { height: 20 }),
    across(input.legend, { height: 20 }),
    heads.slice(0, count).map((value) => ({ value, type: String, fontWeight: 'bold', align: 'center', ...border })),
  ];
  for (const row of input.rows) {
    if (row.type === 'band') {
      data.push(across(row.text, { fontWeight: 'bold', align: 'center', ...border }));
      continue;
    }
    const plain = (text: string): RichRun[] => (text === '' ? [] : [{ text }]);
    const texts = [cellRuns(row.old), cellRuns(row.new), plain(row.reason), ...(input.hasSource ? [plain(row.source)] : [])];
    const parts = texts.map((runs) => sliceText(runs, charactersOfRow));
    for (let index = 0; index < Math.max(1, ...parts.map(({ length }) => length)); index += 1) {
      data.push(parts.map((part) => marked(part[index] ?? [])));
    }
  }
  const after = [input.remark, `制表日期：${input.date}`, input.identity === undefined ? '' : `本机登记身份：${input.identity}`];
  data.push(...after.filter((text) => text !== '').map((text) => across(text, { height: 20 })));
  const sheet = {
    sheet: '条文对照表',
    orientation: 'landscape',
    columns: columnWidths.slice(0, count).map((width) => ({ width: input.hasSource ? width : width + 6 })),
    stickyRowsCount: 4,
  } as const;
  const bytes = new Uint8Array(await writeExcelFile(data, sheet, { fontFamily, fontSize: 11 }).toBuffer());
  return withMarks(bytes, rich);
}

function placeholder(index: number): string {
  return `marked-words-${index}`;
}

function cellRuns(lines: readonly PrintedLine[]): RichRun[] {
  return lines.flatMap(({ label, runs }, index) => {
    const line: RichRun[] = index === 0 ? [] : [{ text: '\n' }];
    if (label !== '') line.push({ text: `${label}　`, isBold: true });
    line.push(...runs.map(richRun));
    return line;
  });
}

function richRun(run: PrintedRun): RichRun {
  return {
    text: run.text,
    ...(run.inserted === true ? { isBold: true, isUnderlined: true } : {}),
    ...(run.deleted === true ? { isStruck: true } : {}),
  };
}

const sheetFile = 'xl/worksheets/sheet1.xml';
const stringsFile = 'xl/sharedStrings.xml';
const workbookFile = 'xl/workbook.xml';
/** The earliest moment that a zip entry can carry: the same table gives the same bytes. */
const zipEpoch = new Date(1980, 0, 1);

/** Puts the marked words in, repeats the head on every page and fits the width of the table to the paper. */
function withMarks(bytes: Uint8Array, rich: readonly (readonly RichRun[])[]): Uint8Array {
  const files = unzipSync(bytes);
  const change = (name: string, edit: (xml: string) => string) => {
    const part = files[name];
    if (part === undefined) throw new Error(`No ${name} in the file just made`);
    files[name] = strToU8(edit(strFromU8(part)));
  };
  change(stringsFile, (xml) =>
    xml.replace(/<si><t[^>]*>marked-words-(\d+)<\/t><\/si>/gu, (_, index: string) => richString(rich[Number(index)] ?? [], fontFamily)),
  );
  change(workbookFile, (xml) =>
    xml.replace('<definedNames/>', `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'条文对照表'!$4:$4</definedName></definedNames>`),
  );
  change(sheetFile, (xml) =>
    xml
      .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
      .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
  );
  return zipSync(files, { level: 6, mtime: zipEpoch });
}
