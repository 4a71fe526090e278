import { annotationDraftSchema, isWritten, type AnnotationDraft } from './annotationDraft.ts';

function keyOf(reviewId: string): string {
  return `xiangyue.annotation.${reviewId}`;
}

/** Keeps the words of an annotation that is not saved yet while this window lives, also when its screen is left. */
export function keepDraft(reviewId: string, draft: AnnotationDraft | undefined): void {
  if (draft !== undefined && isWritten(draft)) sessionStorage.setItem(keyOf(reviewId), JSON.stringify(draft));
  else sessionStorage.removeItem(keyOf(reviewId));
}

/** The annotation that was being written when the screen was left; undefined when there is none that fits this text. */
export function keptDraft(reviewId: string, textOf: (articleId: string) => string): AnnotationDraft | undefined {
  const kept = sessionStorage.getItem(keyOf(reviewId));
  if (kept === null) return undefined;
  const draft = annotationDraftSchema.safeParse(JSON.parse(kept)).data;
  return draft === undefined || draft.to > textOf(draft.articleId).length ? undefined : draft;
}
