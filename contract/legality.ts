import { z } from 'zod';
import { byConvention, done, instantSchema, line, procedure } from '#contract/base.ts';
import { idSchema } from '#core/document/document.ts';
import { ruleSetSchema } from '#core/legality/rule.ts';

const dismissalSchema = z.object({
  id: idSchema,
  rule: z.string(),
  articleId: idSchema.nullable(),
  quote: z.string(),
  reason: z.string(),
  dismissedBy: z.string(),
  dismissedAt: instantSchema,
});
export type Dismissal = z.infer<typeof dismissalSchema>;

export const legality = {
  /** The whole rule set; fetched once, the engine in core/legality then runs where the text is. */
  rules: procedure.output(ruleSetSchema),
  dismissals: procedure.input(byConvention).output(z.array(dismissalSchema)),
  /** A finding that the drafter does not follow, with the reason that the reviewer will see. */
  dismiss: procedure
    .input(
      byConvention.extend({
        rule: line(100),
        articleId: idSchema.nullable(),
        quote: z.string().max(5_000),
        reason: line(1_000),
      }),
    )
    .output(dismissalSchema),
  undismiss: procedure.input(z.strictObject({ dismissalId: idSchema })).output(done),
};
