import { describe, expect, it } from 'vitest';
import { chineseNumeral, parseNumeral } from '#core/text/chineseNumeral.ts';

describe('Chinese numerals', () => {
  it.each([
    [0, '零'],
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [115, '一百一十五'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1100, '一千一百'],
    [2026, '二千零二十六'],
    [9999, '九千九百九十九'],
  ])('%i is written %s', (value, numeral) => {
    expect(chineseNumeral(value)).toBe(numeral);
  });

  it('are read back as the number they were written for, from 0 to 9999, each written once', () => {
    const seen = new Set<string>();
    for (let value = 0; value <= 9999; value += 1) {
      const numeral = chineseNumeral(value);
      expect(parseNumeral(numeral)).toBe(value);
      seen.add(numeral);
    }
    expect(seen.size).toBe(10_000);
  });

  it.each([-1, 1.5, 10_000, Number.NaN])('do not exist for %d', (value) => {
    expect(() => chineseNumeral(value)).toThrow(RangeError);
  });
});

describe('reading a number', () => {
  it.each([
    ['12', 12],
    ['１２', 12],
    ['007', 7],
    ['二〇二六', 2026],
    ['二○二六', 2026],
    ['廿三', 23],
    ['卅', 30],
    ['两百', 200],
    ['壹佰零伍', 105],
    ['十', 10],
    ['百', 100],
    ['一百零五', 105],
  ])('%s is %i', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each(['', '条', '十条', '1a', '一 二', '-1', '1.5', '一万', '十十', '十百', '二十三十', '一百二百'])('%s is none', (text) => {
    expect(parseNumeral(text)).toBeUndefined();
  });
});
