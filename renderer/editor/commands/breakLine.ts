import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ancestor, type Ancestor } from '#renderer/editor/commands/ancestor.ts';
import { emptyArticle } from '#renderer/editor/commands/emptyArticle.ts';
import { insertArticle } from '#renderer/editor/commands/insertArticle.ts';
import { liftItems } from '#renderer/editor/commands/liftItems.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';
import { splitArticle } from '#renderer/editor/commands/splitArticle.ts';

type Dispatch = (transaction: Transaction) => void;

function breakItem(state: EditorState, item: Ancestor, dispatch: Dispatch): boolean {
  const { $from } = state.selection;
  const { node, position } = item;
  if (node.childCount === 1 && node.content.size === 2) return liftItems(state, dispatch);
  const fresh = { type: node.type, attrs: { id: '' } };
  if ($from.parentOffset === 0 && $from.index(item.depth) === 0) {
    const paragraph = nodeType(state.schema, 'paragraph').create();
    dispatch(state.tr.insert(position, node.type.create(fresh.attrs, paragraph)).scrollIntoView());
    return true;
  }
  const transaction =
    $from.parentOffset === 0 ? state.tr.split($from.before(), 1, [fresh]) : state.tr.split($from.pos, 2, [fresh, null]);
  dispatch(putCursor(transaction, transaction.mapping.map($from.pos)));
  return true;
}

/** An empty paragraph above a chapter's first article becomes that article. */
function leaveLead(state: EditorState, chapter: Ancestor, dispatch: Dispatch): boolean {
  const { $from } = state.selection;
  const from = $from.before();
  const transaction = state.tr.delete(from, $from.after());
  let target = from;
  for (let index = $from.index(chapter.depth) + 1; chapter.node.maybeChild(index)?.type.name === 'paragraph'; index += 1) {
    target += chapter.node.child(index).nodeSize;
  }
  if (transaction.doc.resolve(target).nodeAfter?.type.name === 'section') return false;
  dispatch(putCursor(transaction.insert(target, emptyArticle(state.schema)), target + 1));
  return true;
}

function nextTextblock(state: EditorState, dispatch: Dispatch): boolean {
  const after = state.selection.$from.after();
  if (after >= state.doc.content.size) return true;
  const selection = TextSelection.findFrom(state.doc.resolve(after), 1, true);
  if (selection !== null) dispatch(state.tr.setSelection(selection).scrollIntoView());
  return true;
}

/**
 * The Enter key: a new paragraph or item; on an empty paragraph an article of its own; at the start of an article an
 * empty article before it; from a title, heading or caption to the text below.
 */
export const breakLine: Command = (state, dispatch) => {
  if (dispatch === undefined) return true;
  if (!state.selection.empty) {
    const cleared = state.apply(state.tr.deleteSelection());
    // One transaction: the deletion and the break are one step for undo.
    const transaction = state.tr.deleteSelection();
    return breakLine(cleared, (following) => {
      following.steps.forEach((step) => transaction.step(step));
      transaction.setSelection(TextSelection.near(transaction.doc.resolve(following.selection.head)));
      dispatch(transaction.scrollIntoView());
    });
  }
  const { $from } = state.selection;
  if (!$from.parent.isTextblock) return insertArticle(state, dispatch);
  if ($from.parent.type.name !== 'paragraph') return nextTextblock(state, dispatch);
  const item = ancestor($from, 'subitem') ?? ancestor($from, 'item');
  if (item !== undefined) return breakItem(state, item, dispatch);
  const article = ancestor($from, 'article');
  const isEmpty = $from.parent.content.size === 0;
  if (article !== undefined) {
    const index = $from.index(article.depth);
    const isFirst = index === (article.node.firstChild?.type.name === 'caption' ? 1 : 0);
    if ($from.parentOffset === 0 && (isEmpty || isFirst)) return splitArticle(state, dispatch);
  }
  const chapter = ancestor($from, 'chapter');
  if (article === undefined && chapter !== undefined && isEmpty && leaveLead(state, chapter, dispatch)) return true;
  const transaction = state.tr.split($from.pos);
  dispatch(putCursor(transaction, transaction.mapping.map($from.pos)));
  return true;
};
