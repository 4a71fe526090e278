import { chineseNumeral } from '#core/text/chineseNumeral.ts';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const formal = new Map([...'零一二三四五六七八九十百千'].map((plain, index) => [plain, [...'零壹贰叁肆伍陆柒捌玖拾佰仟'][index] ?? plain]));
const romans: [number, string][] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, letter] of romans) {
    while (rest >= size) {
      text += letter;
      rest -= size;
    }
  }
  return text;
}

function letters(value: number, first: string): string {
  return String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/** A number as Word prints it in a number format (ECMA-376 Part 1, 17.18.59 ST_NumberFormat); unknown formats print Arabic digits. */
export function formatNumber(value: number, format: string): string {
  if (value < 0 || value > 9999) return String(value);
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return value < 10 ? `0${value}` : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumeral(value);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => digits[Number(digit)] ?? digit).join('');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return [...chineseNumeral(value)].map((plain) => formal.get(plain) ?? plain).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return value === 0 ? '0' : letters(value, 'A');
    case 'lowerLetter':
      return value === 0 ? '0' : letters(value, 'a');
    default:
      return String(value);
  }
}
