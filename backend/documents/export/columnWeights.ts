/**
 * How wide the columns of a table should stand to one another, from the characters in their cells: a column of long
 * sentences gets more, a column of numbers keeps room for its head. The weights sum up to 1.
 */
export function columnWeights(rows: readonly (readonly string[])[]): number[] {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) => {
    const lengths = rows.map((row) => row[column]?.length ?? 0);
    const longest = Math.max(...lengths, 0);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    return Math.min(20, Math.max(2.5, (longest + mean) / 2));
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / total);
}
