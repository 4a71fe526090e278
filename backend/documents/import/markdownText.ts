/**
 * Takes the marks of Markdown off a text: heading signs, emphasis, quotes, table frames, backslashes before punctuation (CommonMark 2.4).
 * Lists keep their numbers and bullets; a hard break becomes a line end.
 */
export function markdownText(markdown: string): string {
  return markdown
    .split(/\r\n?|\n/u)
    .filter((line) => !/^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$/u.test(line) && !/^\s*```/u.test(line))
    .map((line) => tableRow(line.replace(/^\s{0,3}#{1,6}\s+/u, '').replace(/^\s{0,3}>\s?/u, '')))
    .join('\n');
}

/** Escaped punctuation stands for itself; a backslash at the end of a line is a hard break; the rest is emphasis. */
function plainText(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])|\\$|\*\*|__|~~/gu, (_, escaped: string | undefined) => escaped ?? '');
}

function tableRow(line: string): string {
  const trimmed = line.trim();
  if (!trimmed.startsWith('|') || !/(?<!\\)(?:\\\\)*\|$/u.test(trimmed) || trimmed.length < 3) return plainText(line);
  const cells: string[] = [];
  let cell = '';
  for (const [piece] of trimmed.slice(1).matchAll(/\\.|[^\\|]+|\||\\/gu)) {
    if (piece !== '|') {
      cell += piece;
      continue;
    }
    cells.push(plainText(cell.replace(/<br ?\/?>/giu, ' ')).trim());
    cell = '';
  }
  return cells.join('\t');
}
