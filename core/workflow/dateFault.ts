/** What a date can belong to on the way of a convention. */
export type DatedStep = 'vote' | 'filing' | 'publication' | 'opinion';

export type DateFault =
  | { fault: 'future' | 'early'; step: DatedStep }
  | { fault: 'order'; earlier: DatedStep; later: DatedStep };

/** Before this day no village committee made rules; an earlier date is a year typed in two digits. */
const earliestDay = '1949-10-01';

const steps: readonly DatedStep[] = ['vote', 'filing', 'publication', 'opinion'];

/**
 * Filing and publication follow the vote. They are not ordered against one another: 村民委员会组织法 (2025) 第三十一条 sets no
 * order, and many villages post what was passed before they report it.
 */
const orders: readonly { earlier: DatedStep; later: DatedStep }[] = [
  { earlier: 'vote', later: 'filing' },
  { earlier: 'vote', later: 'publication' },
];

/**
 * What cannot be true of days on which something is said to have happened; undefined when nothing is wrong. Days are
 * ISO 8601 without time; null and absent mean unknown, which is never a fault.
 */
export function dateFault(today: string, days: Partial<Record<DatedStep, string | null>>): DateFault | undefined {
  for (const step of steps) {
    const day = days[step] ?? undefined;
    if (day !== undefined && day > today) return { fault: 'future', step };
    if (day !== undefined && day < earliestDay) return { fault: 'early', step };
  }
  for (const { earlier, later } of orders) {
    const [first, second] = [days[earlier] ?? undefined, days[later] ?? undefined];
    if (first !== undefined && second !== undefined && second < first) return { fault: 'order', earlier, later };
  }
  return undefined;
}
