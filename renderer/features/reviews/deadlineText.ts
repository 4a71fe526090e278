const dayLength = 86_400_000;

/** Calendar days from `today` to `deadline` (both 2026-11-24); negative when it has passed. */
export function daysUntil(deadline: string, today: string): number {
  return Math.round((Date.parse(`${deadline}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayLength);
}

/** 还有 3 天, 今天到期, 逾期 2 天 */
export function deadlineText(deadline: string, today: string): string {
  const days = daysUntil(deadline, today);
  if (days < 0) return `逾期 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}
