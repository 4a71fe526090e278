import { useState } from 'react';
import type { Annotation } from '#core/review/review.ts';
import { showNotice } from '#renderer/components/notices.ts';
import { annotationOf, isWritten, type AnnotationDraft } from './annotationDraft.ts';
import { keepDraft, keptDraft } from './keptDraft.ts';
import type { AnnotationInput } from './useReview.ts';

type DraftSettings = {
  reviewId: string;
  isReadOnly: boolean;
  textOf: (articleId: string) => string;
  contentHash: string;
  onSave: (annotation: AnnotationInput) => Promise<unknown>;
  onRemove: (annotationId: string) => Promise<unknown>;
  /** after a draft is begun, and after it is saved or dropped */
  onBegun: (draft: AnnotationDraft) => void;
  onEnded: (articleId: string) => void;
};

/** The one annotation that is being written. Words that are not saved are never put aside for another annotation. */
export function useAnnotationDraft({ reviewId, isReadOnly, textOf, contentHash, onSave, onRemove, onBegun, onEnded }: DraftSettings) {
  const [draft, show] = useState<AnnotationDraft | undefined>(() => (isReadOnly ? undefined : keptDraft(reviewId, textOf)));
  const setDraft = (next: AnnotationDraft | undefined) => {
    keepDraft(reviewId, next);
    show(next);
  };
  const [error, setError] = useState<unknown>(null);
  const begin = (next: AnnotationDraft) => {
    if (draft !== undefined && isWritten(draft)) {
      showNotice('正在写的批注还没有保存，先保存或取消');
      return;
    }
    setError(null);
    setDraft(next);
    onBegun(next);
  };
  return {
    draft,
    error,
    begin,
    change: (changed: Partial<AnnotationDraft>) => {
      if (draft !== undefined) setDraft({ ...draft, ...changed });
    },
    cancel: () => {
      if (draft === undefined) return;
      setDraft(undefined);
      onEnded(draft.articleId);
      if (isWritten(draft)) showNotice('没有保存这条批注', { label: '接着写', run: () => { setDraft(draft); } });
    },
    save: async () => {
      if (draft === undefined) return;
      setError(null);
      try {
        await onSave(annotationOf(draft, textOf(draft.articleId), contentHash));
      } catch (failure) {
        setError(failure);
        return;
      }
      setDraft(undefined);
      onEnded(draft.articleId);
    },
    remove: async (annotation: Annotation) => {
      await onRemove(annotation.id);
      onEnded(annotation.anchor.articleId);
      const { id: _removed, ...content } = annotation;
      showNotice('批注已经删除', {
        label: '撤销',
        run: () => {
          void onSave(content);
        },
      });
    },
  };
}
