import { describe, expect, it } from 'vitest';
import { daysBetween } from '#core/calendar/daysBetween.ts';

describe('daysBetween', () => {
  it.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-27', 3],
    ['2026-11-24', '2026-11-22', -2],
    ['2026-12-31', '2027-01-01', 1],
    ['2028-02-28', '2028-03-01', 2],
  ])('from %s to %s counts %i calendar days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
