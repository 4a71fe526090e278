import { describe, expect, it } from 'vitest';
import { fullDate, shortDate, shortWeekday, weekday, weekOf } from '#renderer/text/dates.ts';

describe('dates as people write them', () => {
  it('carry the year only where it is not this year', () => {
    expect(fullDate('2026-11-04')).toBe('2026年11月4日');
    expect(shortDate('2026-11-04', '2026-11-24')).toBe('11月4日');
    expect(shortDate('2025-12-31', '2026-01-01')).toBe('2025年12月31日');
  });

  it('name the day of the week', () => {
    expect(weekday('2026-11-24')).toBe('星期二');
    expect(shortWeekday('2026-11-29')).toBe('周日');
  });

  it.each([
    ['2026-11-24', 0, '2026-11-23', '2026-11-29'],
    ['2026-11-29', 0, '2026-11-23', '2026-11-29'],
    ['2026-11-23', 1, '2026-11-30', '2026-12-06'],
    ['2026-12-31', 0, '2026-12-28', '2027-01-03'],
  ])('put %s, %i weeks on, into the week from %s to %s', (day, weeks, monday, sunday) => {
    const week = weekOf(day, weeks);
    expect(week).toHaveLength(7);
    expect(week[0]).toBe(monday);
    expect(week[6]).toBe(sunday);
  });
});
