import { z } from 'zod';
import { byConvention, daySchema, done, instantSchema, line, optionalText, procedure, sha256Schema } from '#contract/base.ts';
import { limits } from '#contract/limits.ts';
import { conventionKindSchema, documentSchema, idSchema } from '#core/document/document.ts';
import { fileCommentSchema, suggestionSchema } from '#core/document/suggestions/suggestion.ts';
import { conclusionSchema } from '#core/review/review.ts';
import { meetingKinds } from '#core/workflow/judgeVote.ts';
import { refusals, stages, workflowActions } from '#core/workflow/workflow.ts';

const abilitySchema = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), refusal: z.enum(refusals) }),
]);
const abilitiesSchema = z.record(z.enum(workflowActions), abilitySchema);

export const versionSummarySchema = z.object({
  id: idSchema,
  number: z.number().int().min(1),
  reason: z.string(),
  frozenBy: z.string(),
  frozenAt: instantSchema,
  articleCount: z.number().int(),
  contentHash: sha256Schema,
  renderFormat: z.number().int(),
  verificationCode: z.string(),
  /** the conclusion of the newest opinion that covers this text, and whether that clears it */
  conclusion: conclusionSchema.nullable(),
  isCleared: z.boolean(),
  unlawfulFindings: z.number().int(),
  /** whether it was registered as adopted before or outside the application, which has not reviewed it */
  isRegistered: z.boolean(),
});
export type VersionSummary = z.infer<typeof versionSummarySchema>;

const conventionSummarySchema = z.object({
  id: idSchema,
  kind: conventionKindSchema,
  title: z.string(),
  village: z.string(),
  township: z.string(),
  stage: z.enum(stages),
  updatedAt: instantSchema,
  articleCount: z.number().int(),
  openComments: z.number().int(),
  isSample: z.boolean(),
  /** whether the text that was adopted or is in force was registered as such: the steps before it were not taken here */
  isRegistered: z.boolean(),
});
export type ConventionSummary = z.infer<typeof conventionSummarySchema>;

const conventionSchema = conventionSummarySchema.extend({
  commentCount: z.number().int(),
  annotationCount: z.number().int(),
  newestVersion: versionSummarySchema.nullable(),
  /** whether the working draft differs from the newest version */
  draftChanged: z.boolean(),
  can: abilitiesSchema,
});
export type ConventionDetail = z.infer<typeof conventionSchema>;

const place = { village: line(100), township: optionalText(100), kind: conventionKindSchema };

export const conventions = {
  list: procedure
    .input(
      z.strictObject({
        query: z.string().trim().max(100).optional(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(limits.pageSize),
        discarded: z.boolean(),
      }),
    )
    .output(z.object({ total: z.number().int(), conventions: z.array(conventionSummarySchema) })),
  get: procedure.input(byConvention).output(conventionSchema),
  /** A convention with a first draft: the imported document, or a plain outline when none is given. */
  create: procedure
    .input(z.strictObject({ ...place, document: documentSchema.optional(), attachment: sha256Schema.optional(), suggestions: z.array(suggestionSchema).max(10_000).optional(), fileComments: z.array(fileCommentSchema).max(10_000).optional() }))
    .output(z.object({ conventionId: idSchema })),
  createSample: procedure.output(z.object({ conventionId: idSchema })),
  update: procedure.input(byConvention.extend(place)).output(done),
  /** Into the recycle bin, and back. */
  discard: procedure.input(byConvention).output(done),
  restore: procedure.input(byConvention).output(done),
};

export const drafts = {
  get: procedure.input(byConvention).output(
    z.object({
      document: documentSchema,
      revision: z.number().int(),
      savedAt: instantSchema,
      suggestions: z.array(suggestionSchema),
      fileComments: z.array(fileCommentSchema.extend({ isDone: z.boolean() })),
    }),
  ),
  /** Ticks a remark of the imported file off, or takes the tick back. */
  tickFileComment: procedure.input(byConvention.extend({ fileCommentId: idSchema, isDone: z.boolean() })).output(done),
  /** Answers only when the draft is on disk. CONFLICT when `baseRevision` is not the present one. */
  save: procedure
    .input(byConvention.extend({ baseRevision: z.number().int().min(0), document: documentSchema }))
    .output(z.object({ revision: z.number().int(), savedAt: instantSchema })),
};

export const workflow = {
  /** Takes a step that carries no facts of its own; the others stand below. */
  perform: procedure
    .input(byConvention.extend({ action: z.enum(workflowActions), note: optionalText(500) }))
    .output(conventionSchema),
  recordVote: procedure
    .input(
      byConvention.extend({
        versionId: idSchema,
        heldOn: daySchema,
        place: optionalText(100),
        meeting: z.enum(meetingKinds),
        countedBy: z.enum(['adults', 'households']),
        eligible: z.number().int().min(0).max(1_000_000),
        present: z.number().int().min(0).max(1_000_000),
        inFavour: z.number().int().min(0).max(1_000_000),
        against: z.number().int().min(0).max(1_000_000),
        abstained: z.number().int().min(0).max(1_000_000),
        authorization: optionalText(500),
      }),
    )
    .output(
      z.object({
        passed: z.boolean(),
        quorumMet: z.boolean(),
        majorityMet: z.boolean(),
        presentNeeded: z.number().int(),
        inFavourNeeded: z.number().int(),
        convention: conventionSchema,
      }),
    ),
  recordFiling: procedure
    .input(
      byConvention.extend({
        filingNumber: line(100),
        filedOn: daySchema,
        receivedBy: line(100),
      }),
    )
    .output(conventionSchema),
  recordPublication: procedure
    .input(byConvention.extend({ postedOn: daySchema, place: line(200) }))
    .output(conventionSchema),
};

export const workbench = {
  /** What waits for this person, the late first. */
  tasks: procedure.output(
    z.array(
      z.object({
        key: z.string(),
        group: z.enum(['late', 'returned', 'waiting']),
        title: z.string(),
        place: z.string(),
        remark: z.string(),
        dueOn: daySchema.nullable(),
        daysLeft: z.number().int().nullable(),
        action: z.string(),
        /** where the button leads: a path of the interface */
        path: z.string(),
      }),
    ),
  ),
};
