import { beginsWithLabel, startsNumbered } from '#backend/documents/import/pdf/lineLabels.ts';
import { pageRows, type Row, type Segment } from '#backend/documents/import/pdf/pageRows.ts';
import { columnsOf, fitsTable, tableRows } from '#backend/documents/import/pdf/tableRows.ts';
import type { PdfPage } from '#backend/documents/import/pdf/openPdf.ts';

export type PdfColumn = 'whole' | 'left' | 'right';
/** A line as it stands on the paper; lengths in points from the top left corner of its page. */
export type PdfLine = { text: string; x: number; right: number; y: number; size: number; page: number; column: PdfColumn; isTable: boolean };

/** The lines of a page in reading order: the left column before the right one, between what runs over both. Cells are parted by tabs. */
export function pageLines(page: PdfPage, number: number): PdfLine[] {
  const rows = pageRows(page.fragments);
  const gutter = findGutter(rows);
  if (gutter === undefined) return linesOf(rows, number, 'whole');
  const lines: PdfLine[] = [];
  let left: Row[] = [];
  let right: Row[] = [];
  const endBand = () => {
    for (const line of [...linesOf(left, number, 'left'), ...linesOf(right, number, 'right')]) lines.push(line);
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.some((segment) => segment.x < gutter - 2 && segment.right > gutter + 2)) {
      endBand();
      for (const line of linesOf([row], number, 'whole')) lines.push(line);
      continue;
    }
    const onLeft = row.filter((segment) => segment.right <= gutter + 2);
    const onRight = row.filter((segment) => segment.right > gutter + 2);
    if (onLeft.length > 0) left.push(onLeft);
    if (onRight.length > 0) right.push(onRight);
  }
  endBand();
  return lines;
}

/**
 * The middle of the white strip between two columns of running text; undefined where there is none. A table has such strips too,
 * but its cells seldom fill their columns as running text does.
 */
function findGutter(rows: readonly Row[]): number | undefined {
  const segments = rows.flat();
  if (rows.length < 8) return undefined;
  const left = Math.min(...segments.map(({ x }) => x));
  const right = Math.max(...segments.map((segment) => segment.right));
  const step = Math.max(2, (right - left) / 500);
  let best: { from: number; to: number } | undefined;
  let from: number | undefined;
  for (let x = left + (right - left) * 0.3; x <= left + (right - left) * 0.7; x += step) {
    const crossing = segments.filter((segment) => segment.x < x - 1 && segment.right > x + 1).length;
    if (crossing <= rows.length * 0.25) {
      from ??= x;
      if (best === undefined || x - from > best.to - best.from) best = { from, to: x };
    } else from = undefined;
  }
  if (best === undefined || best.to - best.from < 8) return undefined;
  const { from: start, to: end } = best;
  const gutter = (start + end) / 2;
  const onLeft = segments.filter((segment) => segment.right <= gutter);
  const onRight = segments.filter((segment) => segment.x >= gutter);
  return fills(onLeft, rows.length) && fills(onRight, rows.length) ? gutter : undefined;
}

function fills(column: readonly Segment[], rowCount: number): boolean {
  if (column.length < 4 || column.length < rowCount * 0.25) return false;
  const width = Math.max(...column.map(({ right }) => right)) - Math.min(...column.map(({ x }) => x));
  const size = Math.max(...column.map((segment) => segment.size));
  return width >= size * 8 && column.filter((segment) => segment.right - segment.x >= width * 0.75).length >= column.length * 0.45;
}

/** How far apart two lines of one cell may stand, in characters' sizes. */
const closeLine = 1.7;

function linesOf(rows: readonly Row[], page: number, column: PdfColumn): PdfLine[] {
  return withTables(rows).map(({ row, isTable }) => {
    const [first] = row;
    if (first === undefined) throw new Error('a row without text');
    return {
      text: row.map(({ text }) => text).join(isTable ? '\t' : ' '),
      x: first.x,
      right: Math.max(...row.map(({ right }) => right)),
      y: first.y,
      size: Math.max(...row.map(({ size }) => size)),
      page,
      column,
      isTable,
    };
  });
}

/** Finds the tables among the rows: two rows or more with cells below one another, and the lines around them that fit in between. */
function withTables(rows: readonly Row[]): { row: Row; isTable: boolean }[] {
  const result: { row: Row; isTable: boolean }[] = [];
  let done = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? [];
    if (at < done || !rows.slice(at + 1, at + 4).some((other) => isTableRow(row, other))) continue;
    let from = at;
    let to = at + 1;
    const table = () => rows.slice(from, to);
    // The first lines of a cell may stand above the single lines beside it, and a head has its words in the middle.
    const precedes = (row: Row) => (row.length > 1 ? isNear(row, rows[from], 4) && fitsTable(row, table()) : isNear(row, rows[from], closeLine) && isInside(row, table()));
    while (from > done && precedes(rows[from - 1] ?? [])) from -= 1;
    const continues = (row: Row) => {
      if (row.length > 1) return isNear(rows[to - 1], row, 4) && isOfTable(row, table());
      if (!isInside(row, table())) return false;
      const beside = rows.slice(to + 1, to + 5).find((next) => next.length > 1);
      return isNear(rows[to - 1], row, closeLine) || (isNear(rows[to - 1], row, 4) && isNear(row, beside, 4) && beside !== undefined && isOfTable(beside, table()));
    };
    while (to < rows.length && continues(rows[to] ?? [])) to += 1;
    for (const plain of rows.slice(done, from)) result.push({ row: plain, isTable: false });
    for (const folded of tableRows(table())) result.push({ row: folded, isTable: folded.length > 1 || to - from > 1 });
    done = to;
  }
  for (const plain of rows.slice(done)) result.push({ row: plain, isTable: false });
  return result;
}

function isTableRow(row: Row, other: Row): boolean {
  return row.length > 1 && other.length > 1 && isAligned(row, other) && !isNumbered(row, other);
}

function isNear(above: Row | undefined, below: Row | undefined, sizes: number): boolean {
  const [first] = above ?? [];
  const [second] = below ?? [];
  return first !== undefined && second !== undefined && second.y - first.y <= second.size * sizes;
}

/** A line that belongs to a cell behind the first column. */
function isInside(row: Row, table: readonly Row[]): boolean {
  const [first] = columnsOf(table.flat());
  return first !== undefined && row.every(({ x, text }) => x >= first.to - 0.1 && !startsNumbered(text)) && fitsTable(row, table);
}

/** Text has one segment a line, so a line of several below a table's is one of its rows, however wide its cells are. */
function isOfTable(row: Row, table: readonly Row[]): boolean {
  return table.some((other) => other.length > 1 && isAligned(row, other) && !isNumbered(row, other));
}

/** A number with a wide gap behind it, as articles have it, is no row of a table; bare figures number rows as well. */
function isNumbered(row: Row, other: Row): boolean {
  const isBare = ({ text }: Segment) => /^\d+\.?$/u.test(text);
  const [first] = row;
  const [otherFirst] = other;
  if (first === undefined || row.length !== 2 || !beginsWithLabel(first.text)) return false;
  return !isBare(first) || (otherFirst !== undefined && other.length === 2 && isBare(otherFirst));
}

function isAligned(row: Row, other: Row): boolean {
  const [, ...cells] = row;
  const [, ...otherCells] = other;
  return cells.some((cell) =>
    otherCells.some((otherCell) => {
      const middles = Math.abs((cell.x + cell.right) / 2 - (otherCell.x + otherCell.right) / 2);
      return Math.abs(cell.x - otherCell.x) <= cell.size || middles <= cell.size;
    }),
  );
}
