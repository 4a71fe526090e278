import { oc } from '@orpc/contract';
import { z } from 'zod';
import { errorMap } from '#contract/errors.ts';
import { idSchema } from '#core/document/document.ts';

/** Every procedure may fail with the closed list and with nothing else that a user can act on. */
export const procedure = oc.errors(errorMap);

export const instantSchema = z.iso.datetime();
export const daySchema = z.iso.date();
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u);

/** One line of Chinese text as typed into a field: trimmed, not empty. */
export function line(maximum: number) {
  return z.string().trim().min(1).max(maximum);
}

/** Free text that may be empty. */
export function optionalText(maximum: number) {
  return z.string().trim().max(maximum);
}

export const byConvention = z.strictObject({ conventionId: idSchema });
export const done = z.object({ done: z.literal(true) });
