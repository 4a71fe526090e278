import { z } from 'zod';
import { byConvention, daySchema, done, instantSchema, line, optionalText, procedure } from '#contract/base.ts';
import { idSchema } from '#core/document/document.ts';

/** 入户走访、屋场会、意见箱、电话、网上、会议、其他. Stored. */
export const commentChannels = ['visit', 'courtyard', 'box', 'telephone', 'online', 'meeting', 'other'] as const;
/** 采纳、部分采纳、不采纳. Stored. */
export const replyOutcomes = ['adopted', 'partlyAdopted', 'notAdopted'] as const;

const replySchema = z.object({
  outcome: z.enum(replyOutcomes),
  reason: z.string(),
  repliedBy: z.string(),
  repliedAt: instantSchema,
});

const commentSchema = z.object({
  id: idSchema,
  number: z.number().int().min(1),
  channel: z.enum(commentChannels),
  person: z.string(),
  articleId: idSchema.nullable(),
  /** the article's number when the comment was entered, and its number in the draft now (empty when it is gone) */
  articleLabel: z.string(),
  currentLabel: z.string(),
  words: z.string(),
  receivedOn: daySchema,
  recordedBy: z.string(),
  reply: replySchema.nullable(),
  /** how often the reply was corrected */
  corrections: z.number().int(),
  withdrawnFor: z.string().nullable(),
});
export type VillagerComment = z.infer<typeof commentSchema>;

export const comments = {
  list: procedure.input(byConvention).output(z.array(commentSchema)),
  add: procedure
    .input(
      byConvention.extend({
        channel: z.enum(commentChannels),
        person: optionalText(50),
        articleId: idSchema.nullable(),
        words: line(5_000),
        receivedOn: daySchema,
      }),
    )
    .output(commentSchema),
  /** A second reply corrects the first, which stays in the record. */
  reply: procedure
    .input(z.strictObject({ commentId: idSchema, outcome: z.enum(replyOutcomes), reason: optionalText(5_000) }))
    .output(commentSchema),
  /** Takes an entry made by mistake out of the count, with a reason; it stays in the record. */
  withdraw: procedure.input(z.strictObject({ commentId: idSchema, reason: line(500) })).output(done),
};
