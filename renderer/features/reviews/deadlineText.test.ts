import { describe, expect, it } from 'vitest';
import { deadlineText } from './deadlineText.ts';

describe('how much time is left', () => {
  it.each([
    ['2026-11-27', '还有 3 天'],
    ['2026-11-25', '还有 1 天'],
    ['2026-11-24', '今天到期'],
    ['2026-11-22', '逾期 2 天'],
    ['2027-01-01', '还有 38 天'],
  ])('until %s: %s', (deadline, text) => {
    expect(deadlineText(deadline, '2026-11-24')).toBe(text);
  });
});
