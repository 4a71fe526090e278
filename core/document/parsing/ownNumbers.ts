import type { Marker } from '#core/document/parsing/markers.ts';
import { parseNumeral } from '#core/text/chineseNumeral.ts';

/** A line with the numbers found in it so far. */
export type MarkedLine = { text: string; markers: readonly Marker[] };

/** A number between signs or words that stand around it in every line of its series: 第一款, 【第一条】, No.1, 甲、, A. */
const shape = new RegExp(
  [
    '^(?<before>[（(【\\[<〈《「『{]?[\\s　]?(?:[第其条條款项則则约]|[Nn][Oo]\\.?|№)?)[\\s　]?',
    '(?<number>[〇零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]{1,6}|[0-9０-９]{1,3}|[甲乙丙丁戊己庚辛壬癸]|[A-Za-zＡ-Ｚ])',
    '(?<after>[\\s　]?[条條款项項則则约約点點]?[）)】\\]>〉》」』}]?[、.．:：,，。\\-–—~]?)(?<gap>[\\s　]*)',
  ].join(''),
  'u',
);
const stems = '甲乙丙丁戊己庚辛壬癸';

/** Fewer lines are no series. */
const shortestSeries = 3;

type Candidate = { line: MarkedLine; marker: Marker; template: string };

function candidateOf(line: MarkedLine): Candidate | undefined {
  const match = shape.exec(line.text);
  const { before = '', number = '', after = '', gap = '' } = match?.groups ?? {};
  // With nothing but a blank around it a number is read elsewhere.
  if (match === null || `${before}${after}`.trim() === '') return undefined;
  const isLetter = /[A-Za-zＡ-Ｚ]/u.test(number);
  const isStem = stems.includes(number);
  const letter = number.normalize('NFKC').toUpperCase();
  const value = isStem ? stems.indexOf(number) + 1 : isLetter ? letter.charCodeAt(0) - 64 : parseNumeral(number);
  if (value === undefined || value === 0 || match[0].length === line.text.length) return undefined;
  // 王某， and 甲方 begin words.
  if ((isLetter || isStem) && after.trim() === '') return undefined;
  const kind = isStem ? 'stem' : isLetter ? 'letter' : /[0-9０-９]/u.test(number) ? 'arabic' : 'chinese';
  const label = match[0].slice(0, match[0].length - gap.length).trim();
  return {
    line,
    template: `${before.trim()}|${after.trim()}|${kind}`,
    marker: {
      family: kind === 'chinese' || kind === 'stem' ? 'ownChinese' : 'ownArabic',
      value,
      start: 0,
      end: match[0].length,
      label,
      separator: '',
      atLineStart: true,
      alone: false,
      weak: false,
      countLike: false,
    },
  };
}

/**
 * Finds the numbers that only this text uses: where no known number begins the lines, a template that comes again and again
 * around 1, 2, 3 … is one. Returns the markers of its lines.
 */
export function ownNumbers(lines: readonly MarkedLine[]): Map<MarkedLine, Marker> {
  const series = new Map<string, Candidate[]>();
  for (const line of lines) {
    if (line.markers[0]?.atLineStart === true) continue;
    const candidate = candidateOf(line);
    if (candidate === undefined) continue;
    const group = series.get(candidate.template);
    if (group === undefined) series.set(candidate.template, [candidate]);
    else group.push(candidate);
  }
  const found = new Map<MarkedLine, Marker>();
  for (const candidates of series.values()) {
    if (candidates.length < shortestSeries || !runs(candidates.map(({ marker }) => marker.value))) continue;
    for (const { line, marker } of candidates) found.set(line, marker);
  }
  return found;
}

/** Whether values go 1, 2, 3 …, perhaps several times, with a gap now and then. */
function runs(values: readonly number[]): boolean {
  const inOrder = values.filter((value, order) => value === 1 || value === (values[order - 1] ?? 0) + 1).length;
  return values[0] === 1 && values.includes(2) && inOrder >= values.length * 0.7;
}
