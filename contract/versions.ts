import { z } from 'zod';
import { byConvention, line, procedure } from '#contract/base.ts';
import { versionSummarySchema } from '#contract/conventions.ts';
import { comparisonSchema } from '#core/comparison/comparison.ts';
import { documentSchema, idSchema } from '#core/document/document.ts';

export const versions = {
  list: procedure.input(byConvention).output(z.array(versionSummarySchema)),
  get: procedure
    .input(z.strictObject({ versionId: idSchema }))
    .output(versionSummarySchema.extend({ conventionId: idSchema, document: documentSchema })),
  /** Makes the draft with this revision an immutable version. CONFLICT when it was saved over meanwhile. */
  freeze: procedure
    .input(byConvention.extend({ revision: z.number().int().min(0), reason: line(500) }))
    .output(versionSummarySchema),
  /** `old` or `new` may be the working draft: leave its version out. */
  compare: procedure
    .input(byConvention.extend({ oldVersionId: idSchema.optional(), newVersionId: idSchema.optional() }))
    .output(comparisonSchema),
  /** Copies a version into the working draft; the draft it replaces is frozen first when it has changed. */
  restore: procedure.input(z.strictObject({ versionId: idSchema })).output(z.object({ revision: z.number().int() })),
};
