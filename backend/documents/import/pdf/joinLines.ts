import { startsNumbered } from '#backend/documents/import/pdf/lineLabels.ts';
import type { PdfColumn, PdfLine } from '#backend/documents/import/pdf/pageLines.ts';

/** Where the lines of a column begin and end, in points; `usesIndent`: paragraphs begin some way in. */
type Measure = { left: number; right: number; spacing: number; usesIndent: boolean };

const endsSentence = /[。；！？：.;!?:…][”’』」）)]*\s*$/u;
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026]/u;

/**
 * Joins the lines of the paper into paragraphs: a line goes on in the next one where it fills its column and the next one begins
 * at the edge, not some way in. Where the layout does not say, lines stay as they are and the parser decides.
 */
export function joinLines(lines: readonly PdfLine[]): string[] {
  const measures = new Map<PdfColumn, Measure>();
  const measureOf = (column: PdfColumn): Measure => {
    const known = measures.get(column);
    if (known !== undefined) return known;
    const measure = measureColumn(lines.filter((line) => line.column === column));
    measures.set(column, measure);
    return measure;
  };
  const texts: string[] = [];
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    const text = texts.at(-1);
    if (above !== undefined && text !== undefined && goesOn(above, line, measureOf(above.column), measureOf(line.column))) {
      texts[texts.length - 1] = joined(text, line.text);
    } else texts.push(line.text);
  });
  return texts;
}

function goesOn(above: PdfLine, line: PdfLine, measureAbove: Measure, measure: Measure): boolean {
  if (above.isTable || line.isTable || Math.abs(above.size - line.size) > above.size * 0.12) return false;
  const isFull = above.right >= measureAbove.right - above.size * 1.6;
  const isAtEdge = line.x <= measure.left + line.size * 0.7;
  if (!isFull || !isAtEdge) return false;
  const isSameFlow = above.page === line.page && above.column === line.column;
  if (isSameFlow && line.y - above.y > measure.spacing * 1.4) return false;
  const isOver = endsSentence.test(above.text);
  if (measure.usesIndent) return !(isOver && startsNumbered(line.text));
  return !isOver && (!startsNumbered(line.text) || /[，、,（(“]\s*$/u.test(above.text));
}

function joined(above: string, line: string): string {
  const last = above.at(-1) ?? '';
  const first = line[0] ?? '';
  if (wide.test(last) || wide.test(first)) return `${above}${line}`;
  return last === '-' && /[a-z]/u.test(first) ? `${above.slice(0, -1)}${line}` : `${above} ${line}`;
}

function measureColumn(lines: readonly PdfLine[]): Measure {
  const body = lines.filter(({ isTable }) => !isTable);
  const at = (values: readonly number[], share: number) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
  const left = at(body.map(({ x }) => x), 0.1);
  const right = at(body.map((line) => line.right), 0.9);
  const gaps = body.flatMap((line, index) => {
    const above = body[index - 1];
    return above !== undefined && above.page === line.page && line.y > above.y ? [line.y - above.y] : [];
  });
  const indented = body.filter(({ x, size }) => x >= left + size * 1.2 && x <= left + size * 3.2).length;
  const flush = body.filter(({ x, size }) => x <= left + size * 0.7).length;
  return { left, right, spacing: at(gaps, 0.5), usesIndent: indented >= 2 && indented >= body.length * 0.1 && flush >= 1 };
}
