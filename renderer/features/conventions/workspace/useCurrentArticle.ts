import { useEditorState, type Editor } from '@tiptap/react';
import { currentArticleOf } from '#renderer/editor/plugins/currentArticlePlugin.ts';

/** The id of the article that the cursor stands in. */
export function useCurrentArticle(editor: Editor): string | undefined {
  return useEditorState({ editor, selector: ({ editor: current }) => currentArticleOf(current.state)?.id });
}
