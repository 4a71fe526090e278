import type { Marker } from '#core/document/parsing/markers.ts';
import { parseNumeral } from '#core/text/chineseNumeral.ts';

type Line = { text: string; markers: readonly Marker[] };

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

type Candidate = { line: Line; marker: Marker; template: string };

function candidateOf(line: Line): Candidate | undefined {
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
export function ownNumbers(lines: readonly Line[]): Map<Line, Marker> {
  const series = new Map<string, Candidate[]>();
  for (const line of lines) {
    if (line.markers[0]?.atLineStart === true) continue;
    const candidate = candidateOf(line);
    if (candidate === undefined) continue;
    const group = series.get(candidate.template);
    if (group === undefined) series.set(candidate.template, [candidate]);
    else group.push(candidate);
  }
  const found = new Map<Line, Marker>();
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

/**
 * Numbers of another look that go on with a series and never begin one of their own (第十条, then 十一、; 三、, then 4、) belong to it.
 * Returns what the first markers of these lines become.
 */
export function joinedSeries(lines: readonly Line[]): Map<Line, Marker> {
  const starts = lines.flatMap((line) => {
    const [marker] = line.markers;
    return marker?.atLineStart === true && !/^(?:chapterWord|sectionWord|bullet)$/u.test(marker.family) ? [{ line, marker }] : [];
  });
  const counts = new Map<Marker['family'], number>();
  const least = new Map<Marker['family'], number>();
  for (const { marker } of starts) {
    counts.set(marker.family, (counts.get(marker.family) ?? 0) + 1);
    least.set(marker.family, Math.min(least.get(marker.family) ?? marker.value, marker.value));
  }
  const joined = new Map<Line, Marker>();
  const last = new Map<Marker['family'], number>();
  for (const { line, marker } of starts) {
    const isDoubtful = marker.weak || marker.countLike || marker.joined === true;
    if (!isDoubtful && (least.get(marker.family) ?? 1) > 1 && last.get(marker.family) !== marker.value - 1) {
      const own = counts.get(marker.family) ?? 0;
      const host = [...last].find(([family, value]) => family !== marker.family && value === marker.value - 1 && (counts.get(family) ?? 0) >= Math.max(shortestSeries, own + 1) && least.get(family) === 1);
      if (host !== undefined) {
        joined.set(line, { ...marker, family: host[0] });
        last.set(host[0], marker.value);
        continue;
      }
    }
    last.set(marker.family, marker.value);
  }
  return joined;
}
