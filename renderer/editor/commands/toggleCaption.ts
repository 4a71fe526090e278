import type { Command } from '@tiptap/pm/state';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';

/** Gives the article a caption and puts the cursor into it, or takes the caption away. */
export const toggleCaption: Command = (state, dispatch) => {
  const article = ancestor(state.selection.$head, 'article');
  if (article === undefined) return false;
  if (dispatch === undefined) return true;
  const start = article.position + 1;
  const first = article.node.firstChild;
  if (first?.type.name === 'caption') {
    dispatch(state.tr.delete(start, start + first.nodeSize).scrollIntoView());
    return true;
  }
  const transaction = state.tr.insert(start, nodeType(state.schema, 'caption').create());
  dispatch(putCursor(transaction, start + 1));
  return true;
};
