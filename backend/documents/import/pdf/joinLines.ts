import { startsNumbered } from '#backend/documents/import/pdf/lineLabels.ts';
import type { PdfColumn, PdfLine } from '#backend/documents/import/pdf/pageLines.ts';

/**
 * Where the lines of a column begin and end and how far apart they are, in points. `style`: how paragraphs are told apart. indent: they
 * begin some way in; hanging: they begin at the edge and go on some way in, at `hang`; spacing: by the room above them; numbered: by
 * their numbers; none: by nothing.
 */
type Measure = { left: number; right: number; spacing: number; hang: number; style: 'indent' | 'hanging' | 'spacing' | 'numbered' | 'none' };

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
  const isFull = above.right + firstUnit(line.text) * above.size >= measureAbove.right - above.size * 0.6;
  const begins = measure.style === 'hanging' ? measure.hang : measure.left;
  if (!isFull || Math.abs(line.x - begins) > line.size * 0.7) return false;
  const isSameFlow = above.page === line.page && above.column === line.column;
  const room = measure.style === 'spacing' ? 1.12 : 1.4;
  if (isSameFlow && line.y - above.y > measure.spacing * room) return false;
  const isOver = endsSentence.test(above.text);
  if (measure.style === 'hanging') return true;
  if (measure.style === 'indent' || measure.style === 'spacing') return !(isOver && startsNumbered(line.text));
  if (startsNumbered(line.text)) return /[，、,（(“]\s*$/u.test(above.text);
  return measure.style === 'numbered' || !isOver;
}

/** How many characters wide the beginning of a line is that cannot be broken: a word or number, or a character and what closes it. */
function firstUnit(text: string): number {
  const word = /^[\p{ASCII}--\s]+/v.exec(text)?.[0] ?? '';
  if (word.length > 1) return Math.min(12, word.length * 0.55);
  return /^.[，。、；：？！”’）》」』]/u.test(text) ? 2 : 1;
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
    if (above === undefined || above.page !== line.page || line.y <= above.y) return [];
    return [{ room: line.y - above.y, isAfterEnd: above.right < right - above.size * 3, isNumbered: startsNumbered(line.text) }];
  });
  const spacing = at(gaps.map(({ room }) => room), 0.3);
  const indented = body.filter(({ x, size }) => x >= left + size * 1.2 && x <= left + size * 3.2).length;
  const flush = body.filter(({ x, size }) => x <= left + size * 0.7);
  const hang = at(body.map(({ x }) => x), 0.5);
  const hanging = body.filter((line) => Math.abs(line.x - hang) <= line.size * 0.7).length;
  const isHanging = hanging >= body.length * 0.4 && body.some(({ size }) => hang > left + size * 1.2) && flush.filter(({ text }) => startsNumbered(text)).length >= flush.length * 0.7;
  // Only lines that stop short of the edge are sure to end a paragraph; the room below them tells how the others are parted.
  const afterEnds = gaps.filter(({ isAfterEnd }) => isAfterEnd);
  const isSpaced = afterEnds.length >= 3 && afterEnds.filter(({ room }) => room > spacing * 1.12).length >= afterEnds.length * 0.8;
  const usesIndent = indented >= 2 && indented >= body.length * 0.1 && flush.length >= 1;
  const isNumbered = afterEnds.length >= 3 && afterEnds.filter((gap) => gap.isNumbered).length >= afterEnds.length * 0.7;
  return { left, right, spacing, hang, style: isHanging ? 'hanging' : usesIndent ? 'indent' : isSpaced ? 'spacing' : isNumbered ? 'numbered' : 'none' };
}
