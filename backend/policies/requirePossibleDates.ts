import { localDay } from '#backend/services/installation/localDay.ts';
import { dateFaultText } from '#contract/dateFaults.ts';
import { DomainError } from '#core/errors.ts';
import { dateFault } from '#core/workflow/dateFault.ts';

/** Throws BAD_INPUT when something is said to have happened on a day that is still to come, or before what must precede it. */
export function requirePossibleDates(now: Date, days: Parameters<typeof dateFault>[1]): void {
  const fault = dateFault(localDay(now), days);
  if (fault !== undefined) throw new DomainError('BAD_INPUT', dateFaultText(fault));
}
