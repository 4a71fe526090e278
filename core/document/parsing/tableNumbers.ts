import type { SourceLine } from '#core/document/parsing/sourceLines.ts';

/** Fewer rows are no table with a column of numbers. */
const fewestRows = 3;

/**
 * Parts the topic in front of a table's column of numbers from the rule behind it: 环境整洁 | 4 | 不在河塘里放养鸭鹅
 * becomes a line 环境整洁 above a line 4 不在…, as the same table reads where the topic's cell spans its rows.
 */
export function tableNumbers(lines: readonly SourceLine[]): SourceLine[] {
  const column = numberColumn(lines);
  if (column === undefined || column === 0) return [...lines];
  return lines.flatMap((line) => {
    const { cells } = line;
    if (cells === undefined || numberIn(cells, column) === undefined) return [line];
    const topic = cells.slice(0, column).filter((cell) => cell !== '').join(' ');
    const rule = cells.slice(column).join('\t');
    const numbered = { ...line, text: rule };
    const { index, indent, afterFurniture } = line;
    return topic === '' ? [numbered] : [{ index, indent, afterFurniture, text: topic }, numbered];
  });
}

function numberIn(cells: readonly string[], column: number): number | undefined {
  const digits = /^([0-9０-９]{1,3})[、.．]?$/u.exec(cells[column] ?? '')?.[1];
  return digits === undefined || (cells[column + 1] ?? '') === '' ? undefined : Number(digits.normalize('NFKC'));
}

/** The column whose cells count the rows of a table 1, 2, 3 …, with words behind each. */
function numberColumn(lines: readonly SourceLine[]): number | undefined {
  for (const column of [0, 1, 2]) {
    const numbers = lines.flatMap(({ cells }) => (cells === undefined ? [] : (numberIn(cells, column) ?? [])));
    const running = numbers.filter((number, order) => number === 1 || number === (numbers[order - 1] ?? 0) + 1);
    if (numbers.length >= fewestRows && numbers[0] === 1 && running.length === numbers.length) return column;
  }
  return undefined;
}
