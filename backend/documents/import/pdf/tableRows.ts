import type { Row, Segment } from '#backend/documents/import/pdf/pageRows.ts';

type Interval = { from: number; to: number };
type Cell = { column: number; segments: Segment[]; top: number; bottom: number };

/** Lines of a cell stand closer than rows do; in characters' sizes. */
const closest = 1.45;

/**
 * Puts the lines of a table's cells together: where a cell has several lines, the paper shows them above, beside and below the single
 * lines of its neighbours. `rows`: lines of the paper that belong to one table. Answers its rows with one segment a cell, or `rows` as
 * they are where the cells cannot be told apart.
 */
export function tableRows(rows: readonly Row[]): Row[] {
  const columns = columnsOf(rows.flat());
  const cells = columns.flatMap((_, column) => cellsOf(rows.flat().filter((segment) => columnOf(segment, columns) === column), column));
  const groups: Cell[][] = [];
  for (const cell of cells.sort((a, b) => a.top - b.top)) {
    const group = groups.find((others) => others.some((other) => other.top <= cell.bottom && cell.top <= other.bottom));
    if (group === undefined) groups.push([cell]);
    else group.push(cell);
  }
  const isClear = groups.length > 1 && groups.every((group) => new Set(group.map(({ column }) => column)).size === group.length);
  if (!isClear) return [...rows];
  return groups.map((group) => group.sort((a, b) => a.column - b.column).map(({ segments }) => joinedSegment(segments)));
}

/** Whether a line can be one of a table with these lines: none of its segments runs over two of their columns. */
export function fitsTable(row: Row, rows: readonly Row[]): boolean {
  const columns = columnsOf(rows.flat());
  return row.every((segment) => columns.filter((column) => segment.x < column.to && segment.right > column.from).length <= 1);
}

/** The stretches from left to right on which segments stand. */
export function columnsOf(segments: readonly Segment[]): Interval[] {
  const columns: Interval[] = [];
  for (const { x, right } of [...segments].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last !== undefined && x < last.to) last.to = Math.max(last.to, right);
    else columns.push({ from: x, to: right });
  }
  return columns;
}

function columnOf(segment: Segment, columns: readonly Interval[]): number {
  return columns.findIndex(({ from, to }) => segment.x >= from - 0.01 && segment.x < to);
}

function cellsOf(segments: readonly Segment[], column: number): Cell[] {
  const cells: Cell[] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const last = cells.at(-1);
    const reach = segment.size * 0.5;
    if (last !== undefined && segment.y - last.bottom + reach <= segment.size * closest) {
      last.segments.push(segment);
      last.bottom = segment.y + reach;
    } else cells.push({ column, segments: [segment], top: segment.y - reach, bottom: segment.y + reach });
  }
  return cells;
}

function joinedSegment(segments: readonly Segment[]): Segment {
  const [first] = segments;
  if (first === undefined) throw new Error('a cell without text');
  return {
    text: segments.map(({ text }) => text).join(''),
    x: Math.min(...segments.map(({ x }) => x)),
    right: Math.max(...segments.map(({ right }) => right)),
    y: first.y,
    size: Math.max(...segments.map(({ size }) => size)),
  };
}
