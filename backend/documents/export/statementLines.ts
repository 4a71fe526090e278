export type StatementLine = { kind: 'heading' | 'paragraph'; text: string };

/** The lines of a 修订说明; blank ones are dropped, those numbered 一、二、 are headings. */
export function statementLines(text: string): StatementLine[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: /^[一二三四五六七八九十]+、/u.test(line) && [...line].length <= 30 ? 'heading' : 'paragraph', text: line }));
}
