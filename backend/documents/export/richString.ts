import { printableText } from '#backend/documents/export/printableText.ts';
import { sliceRuns } from '#core/text/sliceRuns.ts';

export type RichRun = { text: string; isBold?: true; isUnderlined?: true; isStruck?: true };

/** A string of an Excel file whose words differ in style. */
export function richString(runs: readonly RichRun[], font: string): string {
  const shown = runs.filter(({ text }) => text !== '');
  if (shown.length === 0) return '<si><t></t></si>';
  return `<si>${shown.map((run) => `<r><rPr>${properties(run)}<sz val="11"/><rFont val="${font}"/></rPr><t xml:space="preserve">${escaped(run.text)}</t></r>`).join('')}</si>`;
}

function properties({ isBold, isUnderlined, isStruck }: RichRun): string {
  return `${isBold === true ? '<b/>' : ''}${isStruck === true ? '<strike/>' : ''}${isUnderlined === true ? '<u/>' : ''}`;
}

function escaped(text: string): string {
  return printableText(text).replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/** The runs in pieces of at most `limit` UTF-16 units, broken behind a sentence or a line where one ends in the second half; never inside a character. */
export function sliceText(runs: readonly RichRun[], limit: number): RichRun[][] {
  const pieces: RichRun[][] = [];
  let rest = [...runs];
  for (;;) {
    const text = rest.map((run) => run.text).join('');
    if (text === '') return pieces;
    if (text.length <= limit) return [...pieces, rest];
    const end = endOfPiece(text, limit);
    pieces.push(sliceRuns(rest, 0, end));
    const next = text[end] === '\n' ? end + 1 : end;
    rest = sliceRuns(rest, next, text.length);
  }
}

function endOfPiece(text: string, limit: number): number {
  for (let end = limit; end > limit / 2; end -= 1) if (/[。；！？\n]/u.test(text.charAt(end - 1))) return end;
  return /[\uD800-\uDBFF]/u.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}
