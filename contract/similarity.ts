import { z } from 'zod';
import { done, optionalText, procedure } from '#contract/base.ts';
import { limits } from '#contract/limits.ts';
import { comparisonSchema } from '#core/comparison/comparison.ts';
import { idSchema } from '#core/document/document.ts';

/** Which text of a convention is compared: the version that was published, or the working draft. */
const similaritySources = ['inForce', 'draft'] as const;
export type SimilaritySource = (typeof similaritySources)[number];

/** Why a text that could be read is not compared. */
const similarityRefusals = ['notConvention', 'noArticles', 'notInForce', 'tooMany'] as const;
export type SimilarityRefusal = (typeof similarityRefusals)[number];

/** Words for the reasons. */
export const similarityRefusalTexts: Record<SimilarityRefusal, string> = {
  notConvention: '看起来不是村规民约或居民公约，没有比。',
  noArticles: '没有找到条文，没有比。',
  notInForce: '没有登记公布的版本，没有比。',
  tooMany: '一次最多比 5000 份，这一份没有比。',
};

/** As many texts as one run takes: more than a county has villages. */
export const mostSimilarityTexts = 5_000;

const byRun = z.strictObject({ runId: idSchema });
const textIndex = z.number().int().min(0);
const count = z.number().int().min(0);
const sharedSchema = z.object({ text: textIndex, same: count, near: count });

const similarityTextSchema = z.object({
  /** the village where one is known, else the title or the file's name */
  name: z.string(),
  /** township or folder; empty where neither is known */
  place: z.string(),
  /** of the convention; of a text from a file the file's name */
  title: z.string(),
  /** null for a text from a file */
  conventionId: idSchema.nullable(),
  articles: count,
  /** the other text with the most articles of this one; null where none has any */
  closest: sharedSchema.nullable(),
  /** 0-based index in `groups` */
  group: z.number().int().min(0).nullable(),
  /** how many articles stand, also nearly, in no other text */
  own: count,
  missingTopics: z.array(z.string()),
  /** against the template; `missing`: articles of the template without a counterpart */
  template: z.object({ same: count, near: count, missing: count }).nullable(),
});
export type SimilarityText = z.infer<typeof similarityTextSchema>;

const similarityGroupSchema = z.object({
  model: textIndex,
  /** the model first, then from the most alike to the least; `same` and `near` count against the model */
  members: z.array(sharedSchema),
  /** members, the model among them, that differ from the model in names and numbers alone */
  unchanged: count,
});

const similarityReportSchema = z.object({
  texts: z.array(similarityTextSchema),
  groups: z.array(similarityGroupSchema),
  /** the text that serves as template, which stands in `texts` too */
  template: textIndex.nullable(),
});
export type SimilarityReport = z.infer<typeof similarityReportSchema>;

const articleSchema = z.object({ label: z.string(), text: z.string() });

/**
 * 雷同比对: many texts against each other and against a template. A run is gathered text by text, so that a person sees how far it is and
 * may stop; it lives in the host's memory and is gone when the application closes. NOT_FOUND for a run that is gone.
 */
export const similarity = {
  begin: procedure.output(byRun),
  /** Reads one file and keeps its text in the run; nothing is stored. Fails with the FILE_… errors of an import. */
  addFile: procedure
    .input(byRun.extend({ file: z.file(), folder: optionalText(1_000), isTemplate: z.boolean() }))
    .output(z.object({ refusal: z.enum(similarityRefusals).nullable() })),
  /** Takes in conventions of this application, page by page; samples and what is in the recycle bin are left out. */
  addConventions: procedure
    .input(byRun.extend({ source: z.enum(similaritySources), offset: count, limit: z.number().int().min(1).max(limits.pageSize) }))
    .output(z.object({ total: count, refused: z.array(z.object({ name: z.string(), refusal: z.enum(similarityRefusals) })) })),
  /** The draft of a convention becomes the template. */
  addTemplate: procedure.input(byRun.extend({ conventionId: idSchema })).output(done),
  /** Compares what was gathered. BAD_INPUT when there is nothing to compare with. */
  analyse: procedure.input(byRun).output(similarityReportSchema),
  /** How far `analyse` is, 0–1. */
  progress: procedure.input(byRun).output(z.object({ share: z.number().min(0).max(1) })),
  /** What is told of one text in words: its own articles, and the template's articles that it lacks. */
  articles: procedure.input(byRun.extend({ text: textIndex })).output(z.object({ own: z.array(articleSchema), missing: z.array(articleSchema) })),
  /** Two texts of the run article by article. `samePlaceAside`: edited articles that differ in the villages' names and in numbers alone. */
  compare: procedure
    .input(byRun.extend({ old: textIndex, new: textIndex }))
    .output(z.object({ comparison: comparisonSchema, oldName: z.string(), newName: z.string(), samePlaceAside: count })),
  /** The result as a workbook (.xlsx); `refused` is what the person was told of the texts that were not compared. */
  table: procedure
    .input(byRun.extend({ refused: z.array(z.object({ name: z.string().max(1_000), reason: z.string().max(500) })).max(mostSimilarityTexts * 2) }))
    .output(z.file()),
  end: procedure.input(byRun).output(done),
};
