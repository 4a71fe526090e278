import { z } from 'zod';
import { idSchema } from '#core/document/document.ts';

/** The author's own time, as his program wrote it, without a time zone: 2026-01-31T09:30. */
export const authorsTimeSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u);

/**
 * A suggested change of a draft. Its words stand in the document under insertion and deletion marks with its id; a suggestion
 * without a mark left is decided. Stored.
 */
export const suggestionSchema = z.strictObject({
  id: idSchema,
  /** empty where the source names nobody */
  author: z.string().max(200),
  madeAt: authorsTimeSchema.nullable(),
  /** where it came from; file: the tracked changes of an imported file */
  source: z.enum(['file']),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** A remark that stood at the margin of an imported file (原稿批注): no villager's comment and no reviewer's annotation. Stored. */
export const fileCommentSchema = z.strictObject({
  id: idSchema,
  author: z.string().max(200),
  madeAt: authorsTimeSchema.nullable(),
  text: z.string().max(20_000),
  /** the words it stood at; empty where it stood at a point */
  quote: z.string().max(2_000),
  /** the article it stood in; null for every other part of the text */
  articleId: idSchema.nullable(),
});
export type FileComment = z.infer<typeof fileCommentSchema>;
