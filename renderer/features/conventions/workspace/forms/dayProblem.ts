import { dateFaultText } from '#contract/dateFaults.ts';
import { dateFault, type DatedStep } from '#core/workflow/dateFault.ts';

/** Why the days in a form cannot be true, in the words of the refusal that would follow; an empty field is unknown. */
export function dayProblem(today: string, days: Partial<Record<DatedStep, string>>): string | undefined {
  const known = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== ''));
  const fault = dateFault(today, known);
  return fault === undefined ? undefined : dateFaultText(fault);
}
