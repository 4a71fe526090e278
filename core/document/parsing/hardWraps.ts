import { endsOpen, endsSentence, headingLikeness } from '#core/document/parsing/lineCues.ts';
import { displayWidth, type SourceLine } from '#core/document/parsing/sourceLines.ts';

/**
 * Finds the lines that continue the line above because a program broke it at a fixed width or inside a sentence.
 * Returns the set of continuing lines, whatever numbers they begin with.
 */
export function hardWraps(lines: readonly SourceLine[]): Set<SourceLine> {
  const continuing = new Set<SourceLine>();
  const width = wrapWidth(lines);
  const usesIndent = mixesIndents(lines);
  lines.forEach((line, position) => {
    const above = lines[position - 1];
    if (above === undefined || above.text.includes('\t') || line.text.includes('\t')) return;
    if (/^[，。、；：！？,;!?）)」』”]/u.test(line.text) || endsOpen(above.text)) {
      continuing.add(line);
      return;
    }
    const isCutOff = !endsSentence(above.text) && headingLikeness(above.text) < 0.75;
    if (line.afterFurniture && isCutOff && displayWidth(above.text) >= 8) continuing.add(line);
    if (width === undefined || (usesIndent && line.indent >= 1)) return;
    const room = width - lineWidth(above);
    const isCut = !endsSentence(above.text);
    const isLong = room <= width * 0.35 && headingLikeness(above.text) < 0.75;
    if ((isCut && (room <= 2.5 || isLong)) || (usesIndent && room <= 2.5)) continuing.add(line);
  });
  return continuing;
}

/** The width at which lines were broken, when enough long lines stop in the middle of a sentence. */
function wrapWidth(lines: readonly SourceLine[]): number | undefined {
  const widths = lines.map(lineWidth).sort((a, b) => a - b);
  const longest = widths[Math.floor((widths.length - 1) * 0.95)];
  if (longest === undefined || longest < 12 || longest > 90) return undefined;
  const full = lines.filter((line) => lineWidth(line) >= longest - 2.5);
  const broken = full.filter((line) => !endsSentence(line.text));
  return broken.length >= 2 && broken.length >= full.length * 0.4 ? longest : undefined;
}

function lineWidth(line: SourceLine): number {
  return line.indent + displayWidth(line.text);
}

function mixesIndents(lines: readonly SourceLine[]): boolean {
  const indented = lines.filter((line) => line.indent >= 1).length;
  return indented >= 2 && lines.length - indented >= 3;
}
