/** 2026-11-24 → 2026年11月24日 (Arabic digits without leading zeros, GB/T 9704-2012). Takes a day or an instant's day part. */
export function chineseDate(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
