import { ORPCError } from '@orpc/server';
import { errorText, errorTexts } from '#contract/errorTexts.ts';
import type { DomainError } from '#core/errors.ts';

/** An expected failure in the form that the contract declares, with its Chinese sentence. */
export function contractError(error: DomainError) {
  return new ORPCError(error.code, {
    defined: true,
    status: errorTexts[error.code].status,
    message: errorText(error.code, error.detail),
    data: error.detail === undefined ? {} : { detail: error.detail },
    cause: error,
  });
}
