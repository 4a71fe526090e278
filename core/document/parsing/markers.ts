import { parseNumeral } from '#core/text/chineseNumeral.ts';

/**
 * What printed numbers look like. A family is a look, not a level: which family carries articles, headings or items
 * is decided for the whole text.
 */
export type MarkerFamily =
  | 'chapterWord'
  | 'sectionWord'
  | 'articleWord'
  | 'ordinal'
  | 'chinese'
  | 'parenthesizedChinese'
  | 'arabic'
  | 'decimal'
  | 'parenthesizedArabic'
  | 'circled'
  | 'ownChinese'
  | 'ownArabic'
  | 'bullet'
  | 'innerBullet';

/** A printed number found in a line. `start` and `end`: UTF-16 offsets in the line; `end` stands behind the separators. */
export type Marker = {
  family: MarkerFamily;
  value: number;
  start: number;
  end: number;
  /** as printed, without outer white space */
  label: string;
  separator: string;
  atLineStart: boolean;
  /** the number is all that the line holds */
  alone: boolean;
  /** nothing but white space or nothing at all parts the number from the text */
  weak: boolean;
  /** what follows may make it a count (一、二组村民) */
  countLike: boolean;
  /** a figure follows the separator, so that both may be one figure: 2.1.5米, 3.2户 */
  joined?: boolean;
  /** not printed as a number is; `value` is what it resembles, 0 where it resembles none */
  misread?: boolean;
};

/** A sign that counts nothing. */
export function isBullet({ family }: Marker): boolean {
  return family === 'bullet' || family === 'innerBullet';
}

const chineseDigits = '〇零○一二两三四五六七八九十百廿卅壹贰貳弍叁叄參肆伍陆陸柒捌玖拾佰';
const number = `(?:[${chineseDigits}]{1,7}|[0-9０-９]{1,3})`;

const pattern = new RegExp(
  [
    `(?<word>第[\\s　]{0,3}(?<wordNumber>[${chineseDigits}](?:[\\s　]{0,2}[${chineseDigits}]){0,6}|[0-9０-９](?:[\\s　]?[0-9０-９]){0,3})[\\s　]{0,3}(?<unit>章|节|節|条|條|部分|篇|编|編)(?:之[一二三四五六七八九十](?![一-鿿]))?)(?<wordGap>[\\s　]*[、.．:：,，。]?[\\s　]*)`,
    `(?<ordinal>第[一二三四五六七八九十]{1,3}[，,：:、])(?![\\s　]*[第一二三四五六七八九十0-9０-９])[\\s　]*`,
    `(?<enclosed>[（(〔【\\[［][\\s　]?(?<enclosedNumber>${number})[\\s　]?[）)〕】\\]］])(?<enclosedGap>[、.．:：]?[\\s　]*)`,
    `(?<single>[㈠-㈩⑴-⒇①-⑳❶-❿⒈-⒛])(?<singleGap>[、.．:：]?[\\s　]*)`,
    `(?<![0-9０-９A-Za-z.．〇零○一二三四五六七八九十百第])(?<plain>${number})[\\s　]?(?<separator>[、)）]|[.．:：,，](?![0-9０-９]))[\\s　]*`,
  ].join('|'),
  'gu',
);

const decimalPattern = /^([0-9０-９]{1,2})[.．]([0-9０-９]{1,2})(?:[.．]?[\s　]+|[、.．:：]|(?=[一-鿿]))(?![米元万亿千百公个％%℃倍])/u;
const weakPattern = new RegExp(`^(?<weak>${number})(?:[\\s　]+|$)(?![年月日时点分元个%％])`, 'u');
const gluedPattern = /^(?<glued>[0-9０-９]{1,2})(?=[一-鿿“《])(?![年月日号时点分元个户人天次名亩米斤类级条项岁万千百亿周季届期组队层楼度])/u;
const bulletPattern = /^(?![-–—][0-9０-９])[●◆■★•·▲◇□○※➢►▶✓✔☆◎▪♦❖-][\s　]*(?=\S)|^[-*+–—][\s　]+(?=\S)/u;

const measure = '[米元万亿千百公个％%℃倍年月日时点分户人天次名亩斤类级条项岁周届期组队层楼度吨平厘毫]';
const joinedPattern = new RegExp(`^(?<joined>[0-9０-９]{1,3})(?<joinedSeparator>[.．:：,，])(?=[0-9０-９]{1,6}(?:[.．][0-9０-９]{1,3})?[\\s　]?(?:${measure}|[-~～—至到][0-9０-９]))`, 'u');

/** PART 02 above a topic, as public accounts print it. */
const partPattern = /^(?<part>(?:PART|Part|part)[\s　.·]{0,3}(?<partNumber>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}))(?:[\s　|｜·.、：:]+|$)/u;

/** A figure with its measure, as no label begins: 1.5公里. */
export const figureAtStart = new RegExp(`^[0-9０-９]{1,6}(?:[.．][0-9０-９]{1,3})?[\\s　]?${measure}`, 'u');

/** Signs that scanning puts in the place of 一, and other characters in the place of 第. */
const misreadOne = '—―－ー–\\-_';
const misreadWord = new RegExp(`^(?<misread>[第笫苐弟][\\s　]{0,3}(?<misreadNumber>[^\\s　条條章节節，。；、：第]{1,4})[\\s　]{0,3}(?<misreadUnit>[条條絛粂夈章节節]))[\\s　]*[、.．:：,，]?[\\s　]*`, 'u');
const misreadChinese = new RegExp(`^(?<misread>(?<misreadNumber>[二三四五六七八九]?十?[${misreadOne}])[、.．])[\\s　]*`, 'u');

/** 一、二组村民 counts groups; it starts no list. */
const enumerationFollows = new RegExp(`^${number}(?:[、，,]|[\\s　]?[组队社级类楼届期号])`, 'u');

function singleMarker(character: string): { family: MarkerFamily; value: number } {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x3220 && code <= 0x3229) return { family: 'parenthesizedChinese', value: code - 0x321f };
  if (code >= 0x2474 && code <= 0x2487) return { family: 'parenthesizedArabic', value: code - 0x2473 };
  if (code >= 0x2488 && code <= 0x249b) return { family: 'arabic', value: code - 0x2487 };
  if (code >= 0x2776 && code <= 0x277f) return { family: 'circled', value: code - 0x2775 };
  return { family: 'circled', value: code - 0x245f };
}

function isChinese(text: string): boolean {
  return !/[0-9０-９]/u.test(text);
}

function wordFamily(unit: string): MarkerFamily {
  if (/[条條絛粂夈]/u.test(unit)) return 'articleWord';
  return unit === '节' || unit === '節' ? 'sectionWord' : 'chapterWord';
}

/** A number that scanning spoiled: 第—条, 笫二条, —、. */
function misreadMarker(text: string): Pick<Marker, 'family' | 'value' | 'end' | 'label' | 'alone' | 'misread'> | undefined {
  const match = misreadWord.exec(text) ?? misreadChinese.exec(text);
  const digits = match?.groups?.['misreadNumber'];
  const label = match?.groups?.['misread'];
  if (match === null || digits === undefined || label === undefined) return undefined;
  const upright = new RegExp(`[${chineseDigits}]`, 'u').test(digits) ? '一' : '1';
  const likely = parseNumeral(digits.replace(new RegExp(`[${misreadOne}]`, 'gu'), '一').replace(/[lI|｜]/gu, upright).replace(/[OＯo]/gu, '0'));
  const isPlain = label.startsWith('第') && /[条條章节節]$/u.test(label);
  if (isPlain && parseNumeral(digits) === likely && likely !== undefined && likely > 0) return undefined;
  const unit = match.groups?.['misreadUnit'];
  return { family: unit === undefined ? 'chinese' : wordFamily(unit), value: likely ?? 0, end: match[0].length, label, alone: match[0].length === text.length, misread: true };
}

/** The one marker that only a line start can hold (bullet, 1.1, a number and a blank), if there is one. */
function lineStartMarker(text: string): Marker | undefined {
  const base = { start: 0, separator: '', atLineStart: true, alone: false, weak: false, countLike: false };
  const joined = joinedPattern.exec(text)?.groups;
  if (joined?.['joined'] !== undefined) {
    const value = parseNumeral(joined['joined']);
    const separator = joined['joinedSeparator'] ?? '';
    const label = `${joined['joined']}${separator}`;
    if (value !== undefined && value > 0) return { ...base, family: 'arabic', value, end: label.length, label, separator, joined: true };
  }
  const misread = misreadMarker(text);
  if (misread !== undefined) return { ...base, ...misread };
  const part = partPattern.exec(text);
  const partValue = parseNumeral(part?.groups?.['partNumber'] ?? '');
  if (part !== null && partValue !== undefined) {
    return { ...base, family: 'chapterWord', value: partValue, end: part[0].length, label: part.groups?.['part'] ?? '', alone: part[0].length === text.length };
  }
  const decimal = decimalPattern.exec(text);
  if (decimal?.[2] !== undefined) {
    const value = parseNumeral(decimal[2]);
    if (value !== undefined) {
      return { ...base, family: 'decimal', value, end: decimal[0].length, label: decimal[0].trim() };
    }
  }
  const bullet = bulletPattern.exec(text);
  if (bullet !== null) return { ...base, family: 'bullet', value: 0, end: bullet[0].length, label: bullet[0].trim() };
  const weak = weakPattern.exec(text) ?? gluedPattern.exec(text);
  const digits = weak?.groups?.['weak'] ?? weak?.groups?.['glued'];
  if (weak !== null && digits !== undefined) {
    const value = parseNumeral(digits);
    if (value !== undefined && value > 0) {
      return {
        ...base,
        family: isChinese(digits) ? 'chinese' : 'arabic',
        value,
        end: weak[0].length,
        label: digits,
        alone: weak[0].length === text.length,
        weak: true,
      };
    }
  }
  return undefined;
}

/** All printed numbers that a line may hold, in order. Whether one is a number, a count or a reference is decided later. */
export function findMarkers(text: string): Marker[] {
  const markers: Marker[] = [];
  const first = lineStartMarker(text);
  if (first !== undefined && (first.joined === true || first.misread === true || (first.family !== 'arabic' && first.family !== 'chinese'))) markers.push(first);
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (start < (markers.at(-1)?.end ?? 0)) continue;
    const shared = { start, end, atLineStart: start === 0, alone: start === 0 && end === text.length, weak: false, countLike: false };
    const word = groups['word'];
    const ordinal = groups['ordinal'];
    const enclosed = groups['enclosed'];
    const single = groups['single'];
    const plain = groups['plain'];
    if (word !== undefined) {
      const value = parseNumeral((groups['wordNumber'] ?? '').replace(/\s/gu, ''));
      if (value === undefined) continue;
      const family = wordFamily(groups['unit'] ?? '');
      markers.push({ ...shared, family, value, label: word, separator: (groups['wordGap'] ?? '').trim() });
    } else if (ordinal !== undefined) {
      const value = parseNumeral(ordinal.slice(1, -1));
      if (value !== undefined) markers.push({ ...shared, family: 'ordinal', value, label: ordinal, separator: '' });
    } else if (enclosed !== undefined) {
      const digits = groups['enclosedNumber'] ?? '';
      const value = parseNumeral(digits);
      if (value === undefined || value === 0) continue;
      const family = isChinese(digits) ? 'parenthesizedChinese' : 'parenthesizedArabic';
      markers.push({ ...shared, family, value, label: enclosed, separator: '' });
    } else if (single !== undefined) {
      markers.push({ ...shared, ...singleMarker(single), label: single, separator: '' });
    } else if (plain !== undefined) {
      const separator = groups['separator'] ?? '';
      const value = parseNumeral(plain);
      if (value === undefined || value === 0) continue;
      const following = enumerationFollows.exec(text.slice(end, end + 12))?.[0] ?? '';
      const countLike = separator === '、' && following !== '' && isChinese(plain) === isChinese(following);
      if (countLike && start > 0) continue;
      const closing = separator === ')' || separator === '）';
      const family: MarkerFamily = isChinese(plain)
        ? closing
          ? 'parenthesizedChinese'
          : 'chinese'
        : closing
          ? 'parenthesizedArabic'
          : 'arabic';
      markers.push({ ...shared, family, value, label: match[0].trim(), separator, countLike });
    }
  }
  if (first !== undefined && markers[0]?.start !== 0) markers.unshift(first);
  return markers;
}
