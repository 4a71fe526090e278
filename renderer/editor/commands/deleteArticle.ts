import type { Command } from '@tiptap/pm/state';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';
import { emptyArticle } from '#renderer/editor/commands/emptyArticle.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';

/** Takes out the article that the cursor stands in; where it is the only one an empty one stays. */
export const deleteArticle: Command = (state, dispatch) => {
  const article = ancestor(state.selection.$head, 'article');
  if (article === undefined) return false;
  if (dispatch === undefined) return true;
  const { node, position, depth } = article;
  const place = state.selection.$head;
  const transaction = state.tr;
  const index = place.index(depth - 1);
  if (place.node(depth - 1).canReplace(index, index + 1)) transaction.delete(position, position + node.nodeSize);
  else transaction.replaceWith(position, position + node.nodeSize, emptyArticle(state.schema));
  dispatch(putCursor(transaction, Math.min(position + 1, transaction.doc.content.size)));
  return true;
};
