import type { ParseWarning } from '#core/document/parseConvention.ts';
import { sourceLines } from '#core/document/parsing/sourceLines.ts';

/** As many characters as tell a line from its neighbours, and stand in one line of a text with hard line ends. */
const telling = 12;

/** Gives a warning about words of the source their line where exactly one line holds them, so that it can be shown there. */
export function locateWarnings(warnings: readonly ParseWarning[], source: string): ParseWarning[] {
  const lines = sourceLines(source);
  return warnings.map((warning) => {
    const words = warning.text.trim().slice(0, telling);
    if (warning.line !== undefined || words === '') return warning;
    const holding = lines.filter(({ text }) => text.includes(words));
    const [only] = holding;
    return only === undefined || holding.length > 1 ? warning : { ...warning, line: only.index };
  });
}
