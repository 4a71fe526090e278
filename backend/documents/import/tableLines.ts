/**
 * A table as lines: cells parted by tabs, the lines of a cell joined. One of a single column, or with cells of whole passages, is
 * layout, and its cells' lines stand one below another. `rows`: rows of cells of lines.
 */
export function tableLines(rows: readonly (readonly (readonly string[])[])[]): string[] {
  const isLayout = rows.every((row) => row.length <= 1) || rows.some((row) => row.some((cell) => cell.length > 3));
  return isLayout ? rows.flat(2) : rows.map((row) => row.map((cell) => cell.join(' ')).join('\t'));
}
