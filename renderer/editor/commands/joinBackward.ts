import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ancestor, type Ancestor } from '#renderer/editor/commands/ancestor.ts';
import { deleteChapter } from '#renderer/editor/commands/deleteChapter.ts';
import { isEmptyArticle } from '#renderer/editor/commands/emptyArticle.ts';
import { liftItems } from '#renderer/editor/commands/liftItems.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';

type Dispatch = (transaction: Transaction) => void;

function stepBack(state: EditorState, place: ResolvedPos, dispatch: Dispatch): boolean {
  const selection = TextSelection.findFrom(state.doc.resolve(place.before()), -1, true);
  if (selection !== null) dispatch(state.tr.setSelection(selection).scrollIntoView());
  return true;
}

/** The end of the textblock right before a block, when that is a sibling or stands at the end of a sibling list. */
function endOfPreviousText(document: Node, position: number): number | undefined {
  const before = document.resolve(position).nodeBefore;
  if (before === null) return undefined;
  let end = position - 1;
  let node: Node | null = before;
  while (node !== null && !node.isTextblock) {
    node = node.lastChild;
    end -= 1;
  }
  return node === null ? undefined : end;
}

/**
 * Joins the article with the one above it: its first words go on where that one ends. An empty article simply goes; above
 * a non-empty one an empty article goes instead, so that the words keep their id.
 */
function joinArticles(state: EditorState, article: Ancestor, dispatch: Dispatch): boolean {
  const { node, position } = article;
  const previous = state.doc.resolve(position).nodeBefore;
  if (previous?.type.name !== 'article') return false;
  const transaction = state.tr;
  if (isEmptyArticle(node)) {
    putCursor(transaction.delete(position, position + node.nodeSize), position, -1);
  } else if (isEmptyArticle(previous)) {
    transaction.delete(position - previous.nodeSize, position).scrollIntoView();
  } else {
    if (node.firstChild?.type.name === 'caption') {
      transaction.setNodeMarkup(position + 1, nodeType(state.schema, 'paragraph'));
    }
    transaction.join(position, previous.lastChild?.type.name === 'paragraph' ? 2 : 1).scrollIntoView();
  }
  dispatch(transaction);
  return true;
}

function joinInArticle(state: EditorState, place: ResolvedPos, article: Ancestor, dispatch: Dispatch): boolean {
  const position = place.before();
  const before = state.doc.resolve(position).nodeBefore;
  if (before === null) return joinArticles(state, article, dispatch) || stepBack(state, place, dispatch);
  if (before.type.name === 'caption') {
    if (before.content.size > 0) return stepBack(state, place, dispatch);
    dispatch(state.tr.delete(position - before.nodeSize, position).scrollIntoView());
    return true;
  }
  const end = endOfPreviousText(state.doc, position);
  if (end === undefined) return stepBack(state, place, dispatch);
  dispatch(state.tr.delete(end, position + 1).scrollIntoView());
  return true;
}

/** Takes an empty optional part (subtitle, preamble, closing) away, or joins its paragraphs. */
function joinInPart(state: EditorState, place: ResolvedPos, dispatch: Dispatch): boolean {
  const position = place.before();
  const part = place.node(-1);
  const isOptional = ['subtitle', 'preamble', 'closing'].includes(part.type.name);
  if (place.index(-1) > 0 && state.doc.resolve(position).nodeBefore?.type === place.parent.type) {
    dispatch(state.tr.join(position).scrollIntoView());
    return true;
  }
  if (place.parent.content.size > 0) return stepBack(state, place, dispatch);
  const index = place.index(-1);
  if (part.childCount === 1 && isOptional) {
    dispatch(putCursor(state.tr.delete(place.before(-1), place.after(-1)), place.before(-1), -1));
    return true;
  }
  if (!part.canReplace(index, index + 1)) return stepBack(state, place, dispatch);
  dispatch(putCursor(state.tr.delete(position, place.after()), position, -1));
  return true;
}

/** The Backspace key at the start of a block: joins it with what stands above, without ever losing words. */
export const joinBackward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parentOffset > 0) return false;
  if (dispatch === undefined) return true;
  const subitem = ancestor($from, 'subitem');
  const item = subitem ?? ancestor($from, 'item');
  if (item !== undefined) {
    if ($from.index(item.depth) === 0) return liftItems(state, dispatch);
    dispatch(state.tr.join($from.before()).scrollIntoView());
    return true;
  }
  const article = ancestor($from, 'article');
  if (article !== undefined) return joinInArticle(state, $from, article, dispatch);
  switch ($from.parent.type.name) {
    case 'heading':
      if ($from.node(-1).type.name === 'chapter' && $from.parent.content.size === 0 && deleteChapter(state, dispatch)) return true;
      return stepBack(state, $from, dispatch);
    case 'paragraph':
      return joinInPart(state, $from, dispatch);
    default:
      return $from.before() === 0 ? true : stepBack(state, $from, dispatch);
  }
};
