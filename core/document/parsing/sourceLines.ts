import { zeroWidth } from '#core/document/articleText.ts';

/** One non-blank line of the source. `index` is its 0-based number among all lines of the source, blank ones counted. */
export type SourceLine = {
  index: number;
  /** the line without outer white space and zero-width characters */
  text: string;
  /** width of the white space in front, in full-width characters */
  indent: number;
  /** a page number or the like stood between this line and the one above */
  afterFurniture: boolean;
  /** what the tabs of the line part, empty ones at either end included; absent in a line without tabs */
  cells?: readonly string[];
};

/** Every line end that programs write: CRLF, LF, CR, vertical tab (a soft return in Word), form feed, NEL, LS, PS. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Splits a text into its non-blank lines. */
export function sourceLines(source: string): SourceLine[] {
  const lines: SourceLine[] = [];
  source.split(lineEnd).forEach((raw, index) => {
    const visible = raw.replace(zeroWidth, '');
    const text = visible.trim();
    if (text === '') return;
    const indent = displayWidth(visible.slice(0, visible.length - visible.trimStart().length));
    const cells = visible.includes('\t') ? visible.split('\t').map((cell) => cell.trim()) : undefined;
    lines.push({ index, text, indent, afterFurniture: false, ...(cells && { cells }) });
  });
  return lines;
}

/** Width of a text in full-width characters: half-width ones count half. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // The second half of a pair belongs to the character before it.
    if (unit >= 0xdc00 && unit <= 0xdfff) continue;
    width += unit < 0x2000 ? 0.5 : 1;
  }
  return width;
}
