import type { ConventionDocument } from '#core/document/document.ts';
import { conventionBlocks, labelGap, type Block, type Run } from '#backend/documents/export/conventionBlocks.ts';
import { printableText } from '#backend/documents/export/printableText.ts';

/** The text as CommonMark with pipe tables, UTF-8: headings for title, chapters, sections and annexes, numbers as text, items indented as paragraphs. */
export function exportMarkdown(document: ConventionDocument): Uint8Array {
  const blocks = conventionBlocks(document);
  return new TextEncoder().encode(`${blocks.map(markdownBlock).join('\n\n')}\n`);
}

const headings: Partial<Record<Block['kind'], string>> = { title: '# ', chapter: '## ', annex: '## ', section: '### ' };

function markdownBlock(block: Block): string {
  if (block.kind === 'table') return markdownTable(block.rows);
  const label = `${escapeMarkdown(block.label)}${labelGap(block.label)}`;
  const words = block.runs.map(markdownRun).join('');
  const prefix = headings[block.kind] ?? '';
  // A heading ends with its line; elsewhere a line feed inside a paragraph is a hard break.
  return `${prefix}${label}${words.replaceAll('\n', prefix === '' ? '\\\n' : ' ')}`;
}

function markdownRun(run: Run): string {
  const text = escapeMarkdown(printableText(run.text));
  return run.bold === true && text.trim() !== '' ? `**${text}**` : text;
}

function markdownTable(rows: readonly (readonly Run[][])[]): string {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const line = (row: readonly Run[][]) =>
    `| ${Array.from({ length: count }, (_, column) => (row[column] ?? []).map(markdownRun).join('').replaceAll('\n', '<br>')).join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), `|${' --- |'.repeat(count)}`, ...others.map(line)].join('\n');
}

/** Puts a backslash before what CommonMark would read as markup: anywhere in a line, and numbers and signs that open a list or heading at its start. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/gu, '\\$&')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/gmu, (_, space: string, sign: string) => (/^\d/u.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`));
}
