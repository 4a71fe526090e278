import type { Command } from '@tiptap/pm/state';
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';
import { emptyArticle, isEmptyArticle } from '#renderer/editor/commands/emptyArticle.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';
import { putCursor } from '#renderer/editor/commands/putCursor.ts';

function asItemList(subitemList: Node): Node {
  const { schema } = subitemList.type;
  const items = subitemList.children.map((subitem) => nodeType(schema, 'item').create(subitem.attrs, subitem.content));
  return nodeType(schema, 'itemList').create(subitemList.attrs, items);
}

/** Brings what follows a cut inside an item into a form that an article may start with: the first item becomes paragraphs. */
function liftedTail(tail: Fragment): Fragment {
  const list = tail.firstChild;
  if (list?.type.name !== 'itemList') return tail;
  const lifted: Node[] = [];
  const first = list.firstChild;
  first?.forEach((child) => {
    if (child.type.name !== 'subitemList') {
      lifted.push(child);
      return;
    }
    if (lifted.length > 0) {
      lifted.push(asItemList(child));
      return;
    }
    child.firstChild?.forEach((paragraph) => lifted.push(paragraph));
    if (child.childCount > 1) lifted.push(asItemList(child.copy(child.content.cut(child.firstChild?.nodeSize ?? 0))));
  });
  const rest = list.content.cut(first?.nodeSize ?? 0);
  if (rest.size > 0) lifted.push(list.copy(rest));
  return Fragment.fromArray(lifted).append(tail.cut(list.nodeSize));
}

/**
 * Makes what follows the cursor an article of its own. At the very start of an article a new empty one goes before it,
 * so that the words keep their article's id.
 */
export const splitArticle: Command = (state, dispatch) => {
  const transaction = state.tr;
  if (!state.selection.empty) transaction.deleteSelection();
  const place = transaction.selection.$from;
  const article = ancestor(place, 'article');
  if (article === undefined || place.parent.type.name !== 'paragraph') return false;
  if (dispatch === undefined) return true;

  const { node, position, depth } = article;
  const end = position + node.nodeSize;
  const isDirect = place.depth === depth + 1;
  const index = place.index(depth);
  const isFirst = isDirect && (index === 0 || (index === 1 && node.firstChild?.type.name === 'caption'));
  const fresh = { type: nodeType(state.schema, 'article'), attrs: { id: '' } };

  if (isFirst && place.parentOffset === 0 && isEmptyArticle(node)) {
    transaction.insert(end, emptyArticle(state.schema));
    putCursor(transaction, end + 1);
  } else if (isFirst && place.parentOffset === 0) {
    transaction.insert(position, emptyArticle(state.schema)).scrollIntoView();
  } else if (isDirect) {
    if (place.parentOffset === 0) transaction.split(place.before(), 1, [fresh]);
    else transaction.split(place.pos, 2, [fresh, null]);
    putCursor(transaction, transaction.mapping.map(place.pos));
  } else {
    const tail = liftedTail(node.content.cut(place.pos - position - 1));
    const isAtItemStart = place.parentOffset === 0;
    const cutFrom = isAtItemStart ? startOfEmptied(place, depth) : place.pos;
    transaction.delete(cutFrom, end - 1);
    const after = transaction.mapping.map(end);
    transaction.insert(after, fresh.type.create(fresh.attrs, tail));
    putCursor(transaction, after + 1);
  }
  dispatch(transaction);
  return true;
};

/** Position before the outermost block that holds nothing in front of the cursor, so that no empty item stays behind. */
function startOfEmptied(place: ResolvedPos, articleDepth: number): number {
  let depth = place.depth;
  while (depth > articleDepth + 1 && place.index(depth - 1) === 0) depth -= 1;
  return place.before(depth);
}
