import { z } from 'zod';

/** What happened to the articles of a row. Printed by the command line and sent over the contract. */
export const comparisonOperations = ['same', 'edit', 'insert', 'delete', 'move', 'split', 'merge'] as const;
const comparisonOperationSchema = z.enum(comparisonOperations);

const indexes = z.array(z.number().int().min(0));

export const comparisonRowSchema = z.strictObject({
  op: comparisonOperationSchema,
  /** only on a move whose wording changed as well */
  edited: z.literal(true).optional(),
  old: indexes,
  new: indexes,
});

const inlineChangeSchema = z.strictObject({ kind: z.enum(['equal', 'insert', 'delete']), text: z.string() });

/** One side of a row: the article as it stands in its own document. */
const comparedArticleSchema = z.strictObject({
  index: z.number().int().min(0),
  id: z.string(),
  /** as printed, 第十二条; empty in a document without numbers */
  label: z.string(),
  /** chapter number and heading, with the section where there is one; empty outside chapters */
  heading: z.string(),
  text: z.string(),
});

const documentComparisonRowSchema = comparisonRowSchema.extend({
  oldArticles: z.array(comparedArticleSchema),
  newArticles: z.array(comparedArticleSchema),
  /** the wording of all old articles against that of all new ones, one a line; left out when nothing is to be marked */
  changes: z.array(inlineChangeSchema).optional(),
});

const comparedParts = ['title', 'subtitle', 'preamble', 'heading', 'lead', 'verse', 'closing', 'annex'] as const;

/** Where a part stands in its document. */
const partPlaceSchema = z.strictObject({
  /** of a chapter, section or annex */
  id: z.string().optional(),
  /** as printed, 第一章; empty where the part has none */
  label: z.string(),
  /** how many articles stand in front of it */
  before: z.number().int().min(0),
});

/** Text outside the articles (lead: what stands between a chapter's heading and its first article); an empty `old` or `new` means that the part stands on one side only. */
const partComparisonSchema = z.strictObject({
  part: z.enum(comparedParts),
  op: z.enum(['same', 'edit', 'insert', 'delete']),
  old: z.string(),
  new: z.string(),
  /** left out on the side where the part does not stand */
  oldPlace: partPlaceSchema.optional(),
  newPlace: partPlaceSchema.optional(),
  changes: z.array(inlineChangeSchema).optional(),
});

export const comparisonSchema = z.strictObject({
  rows: z.array(documentComparisonRowSchema),
  parts: z.array(partComparisonSchema),
  /** rows per operation */
  counts: z.record(comparisonOperationSchema, z.number().int().min(0)),
});

export type ComparisonOperation = z.infer<typeof comparisonOperationSchema>;
/** 0-based indexes of the articles; over all rows each index stands exactly once on its side. */
export type ComparisonRow = z.infer<typeof comparisonRowSchema>;
export type InlineChange = z.infer<typeof inlineChangeSchema>;
export type ComparedArticle = z.infer<typeof comparedArticleSchema>;
export type PartPlace = z.infer<typeof partPlaceSchema>;
export type PartComparison = z.infer<typeof partComparisonSchema>;
export type DocumentComparison = z.infer<typeof comparisonSchema>;
