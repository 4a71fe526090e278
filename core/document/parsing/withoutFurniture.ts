import { lonePageNumbers } from '#core/document/parsing/bodyLines.ts';
import { contentsLines, furnitureReason, otherArticles, runningHeaders } from '#core/document/parsing/furniture.ts';
import type { SourceLine } from '#core/document/parsing/sourceLines.ts';
import type { ParseWarning, ParseWarningReason } from '#core/document/parseConvention.ts';

/** Leaves out what a page, a website or a document library put around the text; each such line is listed in `warnings`. */
export function withoutFurniture(lines: readonly SourceLine[], warnings: ParseWarning[]): SourceLine[] {
  const headers = runningHeaders(lines);
  const contents = contentsLines(lines);
  const others = otherArticles(lines);
  const kept = withoutLines(
    lines,
    (line) => (others.has(line) ? 'webResidue' : headers.has(line) || contents.has(line) ? 'pageFurniture' : furnitureReason(line.text)),
    warnings,
  );
  const pageNumbers = lonePageNumbers(kept);
  const body = withoutLines(kept, (line) => (pageNumbers.has(line) ? 'pageFurniture' : undefined), warnings);
  if (body.length > 0) return body;
  // A sheet of nothing but such lines is taken as it is.
  warnings.length = 0;
  return [...lines];
}

/** Leaves lines out, each with a warning, and marks the lines that stood behind them. */
function withoutLines(
  lines: readonly SourceLine[],
  reasonOf: (line: SourceLine) => ParseWarningReason | undefined,
  warnings: ParseWarning[],
): SourceLine[] {
  const kept: SourceLine[] = [];
  let afterFurniture = false;
  for (const line of lines) {
    const reason = reasonOf(line);
    if (reason === undefined) kept.push(afterFurniture ? { ...line, afterFurniture } : line);
    else warnings.push({ text: line.text, reason, line: line.index });
    afterFurniture = reason !== undefined;
  }
  return kept;
}
