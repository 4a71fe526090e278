import { z } from 'zod';
import { byConvention, daySchema, done, instantSchema, optionalText, procedure, sha256Schema } from '#contract/base.ts';
import { limits } from '#contract/limits.ts';
import { idSchema } from '#core/document/document.ts';
import { meetingKinds } from '#core/workflow/judgeVote.ts';
import { priorStages, scanKinds } from '#core/workflow/priorAdoption.ts';

/** Null days and empty texts are unknown: shown as 不详, never guessed. */
const facts = {
  stage: z.enum(priorStages),
  meeting: z.enum(meetingKinds).nullable(),
  adoptedOn: daySchema.nullable(),
  filedOn: daySchema.nullable(),
  filingNumber: optionalText(100),
  filedWith: optionalText(100),
  postedOn: daySchema.nullable(),
  place: optionalText(200),
};

const scanSchema = z.object({ sha256: sha256Schema, kind: z.enum(scanKinds), name: z.string(), mediaType: z.string() });

const priorAdoptionSchema = z.object({
  ...facts,
  versionId: idSchema,
  versionNumber: z.number().int(),
  registeredBy: z.string(),
  registeredAt: instantSchema,
  scans: z.array(scanSchema),
});
export type PriorAdoption = z.infer<typeof priorAdoptionSchema>;

export const priorAdoptions = {
  /** What was registered of the text that is in force now; null where it came through the application. */
  get: procedure.input(byConvention).output(priorAdoptionSchema.nullable()),
  /**
   * Registers what was adopted before the application. From the draft it freezes the text with this revision (CONFLICT when it
   * was saved over meanwhile); afterwards it corrects the facts and leaves the text. A scan that is kept already is named by its hash.
   */
  register: procedure
    .input(
      byConvention.extend({
        ...facts,
        revision: z.number().int().min(0),
        scans: z
          .array(
            z.union([
              z.strictObject({ kind: z.enum(scanKinds), file: z.file() }),
              z.strictObject({ kind: z.enum(scanKinds), sha256: sha256Schema }),
            ]),
          )
          .max(limits.scans),
      }),
    )
    .output(done),
  scan: procedure.input(byConvention.extend({ sha256: sha256Schema })).output(z.file()),
};
