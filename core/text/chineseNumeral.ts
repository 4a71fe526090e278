const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Writes 0–9999 as Chinese numerals: 10 → 十, 12 → 十二, 105 → 一百零五. Throws RangeError outside that range. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError(`No numeral for ${value}`);
  if (value < 10) return digits[value] ?? '';
  const units: [number, string][] = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ];
  let rest = value;
  let result = '';
  let gap = false;
  for (const [size, unit] of units) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit === 0) {
      gap = result !== '';
      continue;
    }
    if (gap) result += '零';
    gap = false;
    result += value < 20 && size === 10 ? unit : `${digits[digit]}${unit}`;
  }
  return result;
}

const digitValues = new Map<string, number>([
  ...digits.map((digit, value): [string, number] => [digit, value]),
  ['〇', 0],
  ['○', 0],
  ['两', 2],
  ['壹', 1],
  ['贰', 2],
  ['貳', 2],
  ['弍', 2],
  ['叁', 3],
  ['叄', 3],
  ['參', 3],
  ['肆', 4],
  ['伍', 5],
  ['陆', 6],
  ['陸', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
]);
const unitValues = new Map<string, number>([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

/**
 * Reads a whole number written with Chinese numerals (十二, 一百零五, 廿三, 二〇二六) or with half- or full-width digits.
 * Returns undefined for anything else; 万 and larger units are not read.
 */
export function parseNumeral(text: string): number | undefined {
  const plain = text.normalize('NFKC');
  if (/^\d{1,9}$/u.test(plain)) return Number(plain);
  const expanded = plain.replace(/廿/gu, '二十').replace(/卅/gu, '三十');
  if (expanded === '') return undefined;
  if ([...expanded].every((character) => digitValues.has(character))) {
    return Number([...expanded].map((character) => digitValues.get(character)).join(''));
  }
  let total = 0;
  let lastUnit = Infinity;
  let pending: number | undefined;
  for (const character of expanded) {
    const digit = digitValues.get(character);
    const unit = unitValues.get(character);
    if (digit !== undefined) {
      if (pending !== undefined && pending !== 0) return undefined;
      pending = digit;
    } else if (unit !== undefined) {
      if (unit >= lastUnit) return undefined;
      total += (pending === undefined || pending === 0 ? 1 : pending) * unit;
      lastUnit = unit;
      pending = undefined;
    } else return undefined;
  }
  return total + (pending ?? 0);
}
