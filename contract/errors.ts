import type { ErrorMap } from '@orpc/contract';
import { z } from 'zod';
import { errorText, errorTexts } from '#contract/errorTexts.ts';
import { errorCodes, type ErrorCode } from '#core/errors.ts';

const errorData = z.object({ detail: z.string().optional() });

/** The closed list in the form that the contract's procedures declare. Object.fromEntries forgets its keys, hence the one cast. */
export const errorMap = Object.fromEntries(
  errorCodes.map((code) => [code, { status: errorTexts[code].status, message: errorText(code), data: errorData }]),
) as Record<ErrorCode, { status: number; message: string; data: typeof errorData }> satisfies ErrorMap;
