import type { AmendmentTablePrint, PrintedLine } from '#backend/documents/export/printDocument.ts';
import { partNames } from '#contract/names.ts';
import { amendmentTable, type AmendmentRow } from '#core/comparison/amendment/amendmentTable.ts';
import type { CellLine } from '#core/comparison/amendment/cellLines.ts';
import type { DocumentComparison } from '#core/comparison/comparison.ts';

/** 〔删去：…〕 in the text, or struck through. */
type DeletionStyle = 'bracketed' | 'struck';

export type TableLayout = { hasSource: boolean; showUnchanged: boolean; deletions: DeletionStyle };

type Facts = Pick<AmendmentTablePrint, 'conventionTitle' | 'oldName' | 'newName' | 'date' | 'identity'> & {
  /** what is said of the change at one of these places */
  reasonOf: (places: readonly string[]) => { reason: string; source: string };
};

/** A comparison as 条文对照表. */
export function amendmentTablePrint(comparison: DocumentComparison, layout: TableLayout, { reasonOf, ...facts }: Facts): AmendmentTablePrint {
  const table = amendmentTable(comparison, { showUnchanged: layout.showUnchanged, partNames });
  const isPlain = (row: AmendmentRow) => layout.deletions === 'bracketed' && row.type === 'change' && row.op === 'delete';
  return {
    type: 'amendmentTable',
    ...facts,
    hasSource: layout.hasSource,
    rows: table.rows.map((row) => {
      if (row.type === 'band') return row;
      const old = row.old.map((line) => printedLine(line, isPlain(row) ? 'plain' : layout.deletions));
      const now = row.new.map((line) => printedLine(line, layout.deletions));
      const said = row.op === 'same' ? { reason: '', source: '' } : reasonOf(row.places);
      return { type: 'change', old, new: now, ...said, isShort: isShort(old, now, said) };
    }),
    legend: `说明：加粗并加下划线的是新增的文字，${layout.deletions === 'bracketed' ? '写在〔删去：〕里的' : '划去的'}是删去的文字。`,
    remark: remarkOf(table.unchanged, table.isRenumbered, layout.showUnchanged, table.rows.length === 0),
  };
}

/** Characters in a line of the columns 原条文 and 修订后条文, 修订理由与依据, 来源 in the printed table. */
const lineLengths = { words: 16, reason: 11, source: 6 } as const;
/** A page of the table holds about seventeen lines. */
const linesOfShortRow = 10;

function isShort(old: readonly PrintedLine[], now: readonly PrintedLine[], { reason, source }: { reason: string; source: string }): boolean {
  const lines = (texts: readonly string[], length: number) => texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / length)), 0);
  const words = (side: readonly PrintedLine[]) => lines(side.map(({ label, runs }) => `${label}　${runs.map(({ text }) => text).join('')}`), lineLengths.words);
  return Math.max(words(old), words(now), lines(reason.split('\n'), lineLengths.reason), lines(source.split('\n'), lineLengths.source)) <= linesOfShortRow;
}

function printedLine({ label, runs }: CellLine, deletions: DeletionStyle | 'plain'): PrintedLine {
  return {
    label,
    runs: runs.map(({ text, mark }) => {
      if (mark === 'inserted') return { text, inserted: true };
      if (mark === 'note') return { text, note: true };
      if (mark === undefined || deletions === 'plain') return { text };
      return deletions === 'struck' ? { text, deleted: true } : { text: `〔删去：${text}〕` };
    }),
  };
}

function remarkOf(unchanged: number, isRenumbered: boolean, showUnchanged: boolean, isEmpty: boolean): string {
  if (isEmpty) return '两份文本的文字没有不同。';
  const renumbered = isRenumbered ? '，条序作相应调整' : '';
  if (!showUnchanged && unchanged > 0) return `没有列入的 ${unchanged} 条文字没有改动${renumbered}。`;
  return isRenumbered ? '文字没有改动的条文，条序作相应调整。' : '';
}
