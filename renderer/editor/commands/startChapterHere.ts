import { Fragment, Slice } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';

/** Makes the article at the cursor and those after it in the chapter a chapter of their own. Not for the first article. */
export const startChapterHere: Command = (state, dispatch) => {
  const { $head } = state.selection;
  const article = ancestor($head, 'article');
  const chapter = ancestor($head, 'chapter');
  if (article === undefined || chapter === undefined || article.depth !== chapter.depth + 1) return false;
  const before = chapter.node.maybeChild($head.index(chapter.depth) - 1)?.type.name;
  if (before !== 'article' && before !== 'section') return false;
  if (dispatch === undefined) return true;
  const heading = nodeType(state.schema, 'heading').create();
  const { type } = chapter.node;
  const halves = Fragment.fromArray([type.create(chapter.node.attrs), type.create({ id: '' }, heading)]);
  const transaction = state.tr.replace(article.position, article.position, new Slice(halves, 1, 1));
  dispatch(putCursor(transaction, article.position + 3));
  return true;
};
