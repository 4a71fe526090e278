import { z } from 'zod';
import { byConvention, procedure } from '#contract/base.ts';
import { idSchema } from '#core/document/document.ts';

export const documents = {
  /** A convention as a file: a version, or the working draft (marked as such) when no version is named. */
  convention: procedure
    .input(
      byConvention.extend({
        versionId: idSchema.optional(),
        format: z.enum(['pdf', 'docx', 'txt', 'md']),
      }),
    )
    .output(z.file()),
  /** 意见汇总及采纳情况表 */
  comments: procedure.input(byConvention.extend({ format: z.enum(['pdf', 'docx']) })).output(z.file()),
  /** 合法性审查意见书, for the reviewer who issues it and for the drafter who received it */
  opinion: procedure
    .input(
      z.union([
        z.strictObject({ reviewId: idSchema, format: z.enum(['pdf', 'docx']) }),
        z.strictObject({ opinionId: idSchema, format: z.enum(['pdf', 'docx']) }),
      ]),
    )
    .output(z.file()),
};

export const verification = {
  /** Looks a printed verification code up among the versions known here. */
  check: procedure.input(z.strictObject({ code: z.string().trim().min(1).max(40) })).output(
    z.discriminatedUnion('result', [
      z.object({
        result: z.literal('match'),
        village: z.string(),
        title: z.string(),
        conventionId: idSchema,
        versionNumber: z.number().int(),
        frozenAt: z.iso.datetime(),
        isCleared: z.boolean(),
        conclusionText: z.string(),
        contentHash: z.string(),
      }),
      z.object({ result: z.literal('unknown') }),
      z.object({ result: z.literal('notACode') }),
    ]),
  ),
  /** Checks a .txt that was exported, or text read off a wall, against the versions known here. */
  checkText: procedure.input(z.strictObject({ text: z.string().min(1).max(1_000_000) })).output(
    z.object({ contentHash: z.string(), verificationCode: z.string(), versionNumber: z.number().int().nullable() }),
  ),
};
