import { bugText, errorText } from '#contract/errorTexts.ts';
import { DomainError } from '#core/errors.ts';

type Explained = { sentence: string; details: string; mayRestore: boolean };

/** What a failed start means to the person, and what a maintainer has to know. `reference` names a failure that is a bug. */
export function startFailureOf(error: unknown, reference: string, facts: readonly string[]): Explained {
  const details = [...facts, ...(error instanceof DomainError ? [`code: ${error.code}`] : [`reference: ${reference}`]), traceOf(error)].join('\n');
  if (!(error instanceof DomainError)) return { sentence: bugText(reference), details, mayRestore: true };
  // A folder that another process uses, or that a newer application wrote, holds good data: nothing may be put over it.
  return { sentence: errorText(error.code, error.detail), details, mayRestore: error.code === 'DATA_FOLDER_DAMAGED' };
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trace = error.stack ?? error.message;
  return error.cause === undefined ? trace : `${trace}\n${traceOf(error.cause)}`;
}
