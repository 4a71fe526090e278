import { z } from 'zod';
import { byConvention, daySchema, instantSchema, line, procedure } from '#contract/base.ts';
import { versionSummarySchema } from '#contract/conventions.ts';
import { comparisonSchema } from '#core/comparison/comparison.ts';
import { changeMeasureSchema } from '#core/comparison/measureChanges.ts';
import { documentSchema, idSchema } from '#core/document/document.ts';
import { conclusionSchema } from '#core/review/review.ts';

/** What became of a version, in the order in which it happened. */
const versionMarkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('submission'), at: instantSchema, round: z.number().int(), office: z.string() }),
  z.object({ kind: z.literal('opinion'), at: daySchema, conclusion: conclusionSchema, isPaper: z.boolean() }),
  z.object({ kind: z.literal('vote'), at: daySchema, passed: z.boolean() }),
  z.object({ kind: z.literal('filing'), at: daySchema, filingNumber: z.string() }),
  z.object({ kind: z.literal('publication'), at: daySchema, place: z.string() }),
  z.object({ kind: z.literal('registration'), at: instantSchema }),
]);
export type VersionMark = z.infer<typeof versionMarkSchema>;

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
  /** Two texts that need not be kept here: files that were read, a village's text and a template. */
  compareTexts: procedure.input(z.strictObject({ old: documentSchema, new: documentSchema })).output(comparisonSchema),
  /** What became of each version: sent, reviewed, voted on, filed, posted, registered. Versions of which nothing is known are left out. */
  marks: procedure.input(byConvention).output(z.array(z.object({ versionId: idSchema, marks: z.array(versionMarkSchema) }))),
  /** How much a version, or the draft when none is named, changed against the version before it; null for the first. */
  measure: procedure
    .input(byConvention.extend({ versionId: idSchema.optional() }))
    .output(z.object({ against: z.number().int(), changes: changeMeasureSchema }).nullable()),
  /**
   * Puts articles of a version back into the draft, as compare told them apart: `articleIds` are the old articles of one row,
   * `replaced` its new ones with their words. CONFLICT when the draft says otherwise by now. The draft is frozen first, unless
   * the articles that are replaced stand word for word in a version; `keptAs` is the number of that new version.
   */
  restoreArticles: procedure
    .input(
      z.strictObject({
        versionId: idSchema,
        articleIds: z.array(idSchema).min(1).max(500),
        replaced: z.array(z.strictObject({ id: idSchema, text: z.string().max(200_000) })).max(500),
      }),
    )
    .output(z.object({ revision: z.number().int(), keptAs: z.number().int().nullable() })),
  /** Copies a version into the working draft; the draft it replaces is frozen first when it has changed. */
  restore: procedure.input(z.strictObject({ versionId: idSchema })).output(z.object({ revision: z.number().int() })),
};
