import { z } from 'zod';
import { idSchema } from '#core/document/document.ts';

/** What a legality review looks at: 主体、权限、程序、内容、文字. Stored and exchanged. */
export const reviewAspects = ['maker', 'competence', 'procedure', 'content', 'wording'] as const;
export type ReviewAspect = (typeof reviewAspects)[number];

export const aspectResultSchema = z.strictObject({
  result: z.enum(['pass', 'problem']),
  remark: z.string().max(2_000),
});
export const aspectResultsSchema = z.partialRecord(z.enum(reviewAspects), aspectResultSchema);
export type AspectResults = z.infer<typeof aspectResultsSchema>;

/** 合法 / 建议修改(不影响合法) / 应当修改 / 不合法 / 材料不全 / 超出自治范围. Stored and exchanged. */
export const conclusions = ['lawful', 'advised', 'mustChange', 'unlawful', 'incomplete', 'beyondAutonomy'] as const;
export const conclusionSchema = z.enum(conclusions);
export type Conclusion = z.infer<typeof conclusionSchema>;

/** A text is cleared by an opinion with one of the two conclusions that leave it lawful. */
export function isClearing(conclusion: Conclusion): boolean {
  return conclusion === 'lawful' || conclusion === 'advised';
}

/** 不合法 / 应当修改 / 建议 / 文字. Stored and exchanged. */
export const annotationKinds = ['unlawful', 'mustChange', 'advice', 'wording'] as const;
export const annotationKindSchema = z.enum(annotationKinds);
export type AnnotationKind = z.infer<typeof annotationKindSchema>;

/**
 * Where an annotation stands: an article's id, UTF-16 offsets in articleText of the text with this content hash,
 * and the quoted words with up to 32 characters on either side, so that it is found again in a changed text.
 * from = to = 0 with an empty quote: the article as a whole.
 */
export const anchorSchema = z.strictObject({
  articleId: idSchema,
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  quote: z.string().max(5_000),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type Anchor = z.infer<typeof anchorSchema>;

export const basisSchema = z.strictObject({ law: z.string().min(1).max(100), article: z.string().max(100) });
export type Basis = z.infer<typeof basisSchema>;

export const annotationSchema = z.strictObject({
  id: idSchema,
  anchor: anchorSchema,
  kind: annotationKindSchema,
  text: z.string().min(1).max(5_000),
  basis: z.array(basisSchema).max(20),
  suggestion: z.string().max(5_000),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** How a drafter answers an annotation. Stored and exchanged. */
export const annotationAnswers = ['accepted', 'partly', 'declined'] as const;
export type AnnotationAnswer = (typeof annotationAnswers)[number];
