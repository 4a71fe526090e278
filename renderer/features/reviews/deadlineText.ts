import { daysBetween } from '#core/calendar/daysBetween.ts';

/** 还有 3 天, 今天到期, 逾期 2 天 */
export function deadlineText(deadline: string, today: string): string {
  const days = daysBetween(today, deadline);
  if (days < 0) return `逾期 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}
