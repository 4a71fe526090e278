const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Midday keeps a day the same day in every time zone that China's computers are set to. */
function ofDay(day: string): Date {
  return new Date(`${day}T12:00:00`);
}

/** 2026年11月24日, from a day (2026-11-24) or an instant. */
export function fullDate(value: string): string {
  const date = value.length === 10 ? ofDay(value) : new Date(value);
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
}

/** 11月24日, with the year only when it is not the year of `today`. */
export function shortDate(value: string, today: string): string {
  const date = value.length === 10 ? ofDay(value) : new Date(value);
  const withoutYear = `${date.getMonth() + 1}月${date.getDate()}日`;
  return date.getFullYear() === ofDay(today).getFullYear() ? withoutYear : `${date.getFullYear()}年${withoutYear}`;
}

/** 10:32, of an instant, in this computer's time zone. */
export function clockTime(instant: string): string {
  const date = new Date(instant);
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** 2026年11月24日 10:32 */
export function dateAndTime(instant: string): string {
  return `${fullDate(instant)} ${clockTime(instant)}`;
}

/** 星期二 */
export function weekday(day: string): string {
  return `星期${weekdays[ofDay(day).getDay()] ?? ''}`;
}

/** 周二 */
export function shortWeekday(day: string): string {
  return `周${weekdays[ofDay(day).getDay()] ?? ''}`;
}

/** The seven days, Monday first, of the week that holds `day`, `weeks` weeks later. */
export function weekOf(day: string, weeks = 0): string[] {
  const start = ofDay(day);
  start.setDate(start.getDate() - ((start.getDay() + 6) % 7) + weeks * 7);
  return Array.from({ length: 7 }, (_, index) => {
    const date = new Date(start);
    date.setDate(start.getDate() + index);
    return isoDay(date);
  });
}

function isoDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
