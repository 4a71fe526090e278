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

/** Whether the lines, as a whole, are verse: most of them are made of clauses of one length. */
export function isVerse(texts: readonly string[], heading: string): boolean {
  if (countsItself(texts)) return false;
  const counts = new Map<number, number>();
  let total = 0;
  const split = texts.map(clauses);
  for (const line of split) {
    for (const clause of line) {
      counts.set(clause.length, (counts.get(clause.length) ?? 0) + 1);
      total += 1;
    }
  }
  if (total < 8) return false;
  const [length, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const runsOn = texts.filter((text) => /[；;，,、]$/u.test(text)).length >= texts.length * 0.5;
  const isMeasure = verseLengths.has(length) || (sloganLengths.has(length) && (runsOn || verseNames.test(heading)));
  if (!isMeasure || count < total * 0.75) return false;
  const regular = split.filter((line) => line.length > 0 && line.filter((clause) => clause.length === length).length >= line.length * 0.75);
  return regular.length >= split.length * 0.7;
}

/** 一不准…，二不准…: lines that begin with their own number are rules. */
function countsItself(texts: readonly string[]): boolean {
  const counted = texts.filter((text, index) => index < 9999 && text.startsWith(chineseNumeral(index + 1)));
  return counted.length >= 3 && counted.length >= texts.length * 0.8;
}
