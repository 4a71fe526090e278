import type { Editor } from '@tiptap/react';
import { currentArticleOf } from '#renderer/editor/plugins/currentArticlePlugin.ts';
import { useSettledState } from './useSettledState.ts';

function currentId(editor: Editor): string | undefined {
  return currentArticleOf(editor.state)?.id;
}

/** The id of the article that the cursor stands in. */
export function useCurrentArticle(editor: Editor): string | undefined {
  return useSettledState(editor, currentId);
}
