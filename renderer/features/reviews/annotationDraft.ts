import { z } from 'zod';
import { annotationKindSchema, type Annotation, type Basis } from '#core/review/review.ts';
import { anchorOf } from './anchorOf.ts';

/** An annotation being written. from = to: on the article as a whole. Offsets are UTF-16, in articleText. */
export const annotationDraftSchema = z.object({
  /** of the annotation that is being changed; absent for a further one */
  id: z.string().optional(),
  articleId: z.string(),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  kind: annotationKindSchema,
  text: z.string(),
  basis: z.array(z.object({ law: z.string(), article: z.string() })),
  suggestion: z.string(),
});
export type AnnotationDraft = z.infer<typeof annotationDraftSchema>;

/** Whether words would be lost with the draft. */
export function isWritten(draft: AnnotationDraft): boolean {
  return draft.text.trim() !== '' || draft.suggestion.trim() !== '';
}

/** Why a draft cannot be saved yet, in a sentence; undefined when it can. */
export function draftFault(draft: AnnotationDraft): string | undefined {
  if (draft.text.trim() === '') return '还没有写意见';
  if (draft.basis.some(({ law, article }) => law.trim() === '' && article.trim() !== '')) return '有一条依据没有写法规名称';
  return undefined;
}

/** The annotation that a draft stands for; rows of the basis that were left empty are dropped. */
export function annotationOf(
  draft: AnnotationDraft,
  articleText: string,
  contentHash: string,
): Omit<Annotation, 'id'> & { id?: string } {
  return {
    ...(draft.id === undefined ? {} : { id: draft.id }),
    anchor: anchorOf(draft.articleId, articleText, draft.from, draft.to, contentHash),
    kind: draft.kind,
    text: draft.text.trim(),
    basis: draft.basis
      .map(({ law, article }) => ({ law: law.trim().replace(/^《(.*)》$/u, '$1'), article: article.trim() }))
      .filter(({ law }) => law !== ''),
    suggestion: draft.suggestion.trim(),
  };
}

/** Adds what is not there yet; rows left empty give way. */
export function addBasis(present: readonly Basis[], added: readonly Basis[]): Basis[] {
  const filled = present.filter(({ law, article }) => law.trim() !== '' || article.trim() !== '');
  const isPresent = (one: Basis) => filled.some(({ law, article }) => law === one.law && article === one.article);
  return [...filled, ...added.filter((one) => !isPresent(one))];
}
