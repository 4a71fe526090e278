/** Takes the marks of Markdown off a text: heading signs, emphasis, quotes, table frames. Lists keep their numbers and bullets. */
export function markdownText(markdown: string): string {
  return markdown
    .split(/\r\n?|\n/u)
    .filter((line) => !/^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-*:?\s*$/u.test(line) && !/^\s*```/u.test(line))
    .map((line) => tableRow(line.replace(/^\s{0,3}#{1,6}\s+/u, '').replace(/^\s{0,3}>\s?/u, '')))
    .map((line) => line.replace(/\*\*|__|~~/gu, '').replace(/^(\s*\d{1,3})\\\./u, '$1.'))
    .join('\n');
}

function tableRow(line: string): string {
  const trimmed = line.trim();
  if (!trimmed.startsWith('|') || !trimmed.endsWith('|') || trimmed.length < 3) return line;
  return trimmed
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
    .join('\t');
}
