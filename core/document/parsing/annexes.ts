import type { Annex, Paragraph } from '#core/document/document.ts';
import { displayWidth, type SourceLine } from '#core/document/parsing/sourceLines.ts';
import { endsSentence, headingLikeness, isAnnexHeading } from '#core/document/parsing/lineCues.ts';

export type AnnexLines = { heading: string; lines: SourceLine[] };

/** Cuts the annexes off the end: from the first annex heading in the second half of the text on. */
export function cutAnnexes(lines: readonly SourceLine[]): { main: SourceLine[]; annexes: AnnexLines[] } {
  const length = lines.reduce((sum, line) => sum + line.text.length, 0);
  let before = 0;
  let start = lines.length;
  for (const [position, line] of lines.entries()) {
    if (position >= 4 && before > length * 0.25 && isAnnexHeading(line.text)) {
      start = position;
      break;
    }
    before += line.text.length;
  }
  const annexes: AnnexLines[] = [];
  for (const line of lines.slice(start)) {
    const last = annexes.at(-1);
    if (last === undefined || (isAnnexHeading(line.text) && last.lines.length > 0)) annexes.push({ heading: line.text, lines: [] });
    else if (last.lines.length === 0 && isBareAnnexWord(last.heading) && isHeadingLine(line.text)) last.heading = `${last.heading} ${line.text}`;
    else last.lines.push(line);
  }
  const main = lines.slice(0, start);
  const unfilled = annexes.filter((annex) => annex.lines.length === 0);
  if (unfilled.length > 0) return { main: [...lines], annexes: [] };
  return { main, annexes };
}

function isBareAnnexWord(heading: string): boolean {
  return displayWidth(heading.replace(/[：:\s]/gu, '')) <= 4;
}

function isHeadingLine(text: string): boolean {
  return !text.includes('\t') && !endsSentence(text) && headingLikeness(text) >= 0.35;
}

/** Builds an annex; neighbouring lines with tabs become a table. */
export function annexNode(annex: AnnexLines, id: string, paragraph: (text: string) => Paragraph): Annex {
  const content: Annex['content'] = [{ type: 'heading', content: paragraph(annex.heading).content }];
  for (const { text } of annex.lines) {
    const cells = text.split('\t');
    const last = content.at(-1);
    if (cells.length === 1 || cells.length > 50) {
      content.push(paragraph(text));
      continue;
    }
    const row = { type: 'row' as const, content: cells.map((cell) => ({ type: 'cell' as const, content: paragraph(cell.trim()).content })) };
    if (last?.type === 'table' && last.content.length < 1_900) last.content.push(row);
    else content.push({ type: 'table', content: [row] });
  }
  return { type: 'annex', attrs: { id }, content };
}
