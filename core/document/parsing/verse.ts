import { chineseNumeral } from '#core/text/chineseNumeral.ts';

/** Three, five or seven characters between the marks, line after line: 三字经, 五言, 七言, 顺口溜. */
const verseLengths = new Set([3, 5, 7]);
/** Four or six characters are the measure of slogans too: only a heading that says so, or lines that run on, make them verse. */
const sloganLengths = new Set([4, 6]);
const verseNames = /[三四五六七]字|[三四五六七]言|顺口溜|歌|谣|诗|三字经|快板/u;
const clauseEnd = /[，。；！？、,;!?.：:\s　]+/u;

function clauses(text: string): string[] {
  return text.split(clauseEnd).filter((clause) => clause !== '');
}

/** 爱国篇, 【孝老】: a line of its own above a part of the verse. */
const partHeading = /^(?:[^，。；！？、,;!?.：:\s　]{1,6}[篇章节歌谣]|[【〔《（(][^】〕》）)]{1,10}[】〕》）)])$/u;

/**
 * The number of characters in a clause when the lines, as a whole, are verse: most of them are made of clauses of one length.
 * Undefined for prose.
 */
export function verseMeasure(texts: readonly string[], heading: string): number | undefined {
  if (countsItself(texts)) return undefined;
  const lines = texts.filter((text) => !partHeading.test(text));
  if (lines.length < texts.length * 0.5) return undefined;
  const counts = new Map<number, number>();
  let total = 0;
  const split = lines.map(clauses);
  for (const line of split) {
    for (const clause of line) {
      counts.set(clause.length, (counts.get(clause.length) ?? 0) + 1);
      total += 1;
    }
  }
  if (total < 8) return undefined;
  const [length, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const runsOn = lines.filter((text) => /[；;，,、]$/u.test(text)).length >= lines.length * 0.5;
  const isMeasure = verseLengths.has(length) || (sloganLengths.has(length) && (runsOn || verseNames.test(heading)));
  if (!isMeasure || count < total * 0.75) return undefined;
  return split.filter((line) => keepsMeasure(line, length)).length >= split.length * 0.7 ? length : undefined;
}

/** Whether a line goes on with the measure: 此公约，共遵守。 below lines of three characters. */
export function isVerseLine(text: string, measure: number): boolean {
  return keepsMeasure(clauses(text), measure);
}

function keepsMeasure(line: readonly string[], length: number): boolean {
  return line.length > 0 && line.filter((clause) => clause.length === length).length >= line.length * 0.75;
}

/** 一不准…，二不准…: lines that begin with their own number are rules. */
function countsItself(texts: readonly string[]): boolean {
  const counted = texts.filter((text, index) => index < 9999 && text.startsWith(chineseNumeral(index + 1)));
  return counted.length >= 3 && counted.length >= texts.length * 0.8;
}
