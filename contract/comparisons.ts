import { z } from 'zod';
import { byConvention, done, instantSchema, optionalText, procedure } from '#contract/base.ts';
import { idSchema } from '#core/document/document.ts';
import { reasonSources } from '#core/comparison/amendment/changeReason.ts';

/** Two texts of a convention; a side that is left out is the working draft. */
const byPair = byConvention.extend({ oldVersionId: idSchema.optional(), newVersionId: idSchema.optional() });

const reasonWords = { reason: optionalText(5_000), basis: optionalText(2_000), origin: optionalText(500) };

/** An id of the text, or the name of a part without one (preamble, lead:chapter-1). */
const placeSchema = z.string().min(1).max(80);

const changeReasonSchema = z.object({
  id: idSchema,
  place: placeSchema,
  kind: z.enum(reasonSources),
  sourceId: z.string(),
  reason: z.string(),
  basis: z.string(),
  origin: z.string(),
  writtenBy: z.string(),
  writtenAt: instantSchema,
});
export type StoredReason = z.infer<typeof changeReasonSchema>;

const sourceSchema = z.object({
  kind: z.enum(reasonSources).exclude(['drafter']),
  id: z.string(),
  reason: z.string(),
  basis: z.string(),
  origin: z.string(),
});
export type OfferedSource = z.infer<typeof sourceSchema>;

const statementSchema = z.object({
  text: z.string(),
  /** 0 while nothing was saved: the text is then what the changes and their reasons say now */
  revision: z.number().int().min(0),
  savedBy: z.string(),
  savedAt: instantSchema.nullable(),
});

export const comparisons = {
  /** The reasons of the changes between two texts, what the records suggest as reasons, and all that a change may be linked to. */
  reasons: procedure.input(byPair).output(
    z.object({
      reasons: z.array(changeReasonSchema),
      suggestions: z.array(z.object({ place: placeSchema, source: sourceSchema })),
      sources: z.array(sourceSchema),
      /** why no reason can be written here; null when it can */
      refusal: z.string().nullable(),
    }),
  ),
  /** A reason in the drafter's own words, or one that names what it answers. It stays with the article through later edits. */
  addReason: procedure
    .input(byPair.extend({ place: placeSchema, kind: z.enum(reasonSources), sourceId: z.string().max(200), ...reasonWords }))
    .output(changeReasonSchema),
  changeReason: procedure.input(z.strictObject({ reasonId: idSchema, ...reasonWords })).output(changeReasonSchema),
  /** Takes a reason off a change, or puts it back. */
  removeReason: procedure.input(z.strictObject({ reasonId: idSchema, isRemoved: z.boolean() })).output(done),
  /** 条文对照表 */
  table: procedure
    .input(
      byPair.extend({
        format: z.enum(['pdf', 'docx', 'xlsx']),
        hasSource: z.boolean(),
        showUnchanged: z.boolean(),
        deletions: z.enum(['bracketed', 'struck']),
      }),
    )
    .output(z.file()),
  /** 修订说明: what was saved for these two texts, or a first text from the changes and their reasons. */
  statement: procedure.input(byPair).output(statementSchema),
  /** What the changes and their reasons say now, whatever was saved. */
  composeStatement: procedure.input(byPair).output(z.object({ text: z.string() })),
  /** CONFLICT when it was saved by somebody else since `revision`. */
  saveStatement: procedure
    .input(byPair.extend({ text: z.string().trim().min(1).max(100_000), revision: z.number().int().min(0) }))
    .output(statementSchema),
  statementFile: procedure.input(byPair.extend({ format: z.enum(['pdf', 'docx']) })).output(z.file()),
};
