import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ancestor, type Ancestor } from '#renderer/editor/commands/ancestor.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';

function finish(transaction: Transaction, head: number): Transaction {
  const place = transaction.doc.resolve(Math.min(Math.max(head, 0), transaction.doc.content.size));
  return transaction.setSelection(TextSelection.near(place)).scrollIntoView();
}

/** Subitems become items after the one that held them; what followed them is held by the last. */
function liftSubitems(state: EditorState, list: Ancestor, first: number, last: number): Transaction {
  const { schema, selection } = state;
  const item = ancestor(selection.$from, 'item');
  if (item === undefined) throw new Error('A subitem stands outside an item');
  const lifted = list.node.children.slice(first, last + 1);
  const kept = list.node.children.slice(0, first);
  const following = list.node.children.slice(last + 1);
  const itemType = nodeType(schema, 'item');
  const fresh = lifted.map((subitem, index) => {
    const rest = index === lifted.length - 1 && following.length > 0 ? [list.node.copy(Fragment.fromArray(following))] : [];
    return itemType.create(subitem.attrs, [...subitem.children, ...rest]);
  });
  const itemEnd = item.position + item.node.nodeSize;
  const sizeOfKept = kept.reduce((sum, node) => sum + node.nodeSize, 0);
  const cutFrom = kept.length === 0 ? list.position : list.position + 1 + sizeOfKept;
  const cutTo = kept.length === 0 ? list.position + list.node.nodeSize : list.position + list.node.nodeSize - 1;
  const transaction = state.tr.insert(itemEnd, fresh).delete(cutFrom, cutTo);
  const start = itemEnd - (cutTo - cutFrom);
  return finish(transaction, selection.head - (list.position + 1 + sizeOfKept) + start);
}

/** Items become paragraphs of the article; the list is parted where they stood in its middle. */
function liftToParagraphs(state: EditorState, list: Ancestor, first: number, last: number): Transaction {
  const { schema, selection } = state;
  const items = list.node.children;
  const result: Node[] = [];
  let head = selection.head;
  const before = items.slice(0, first);
  const after = items.slice(last + 1);
  if (before.length > 0) result.push(list.node.copy(Fragment.fromArray(before)));
  const headIndex = selection.$head.index(list.depth);
  // The opening of the list closes before the lifted words, or was never opened; each item loses its own two edges.
  head += before.length > 0 ? 1 : -1;
  for (let index = first; index <= last; index += 1) {
    const item = list.node.child(index);
    if (index < headIndex) head -= 2;
    if (index === headIndex) head -= 1;
    item.forEach((child) => {
      if (child.type.name !== 'subitemList') {
        result.push(child);
        return;
      }
      const promoted = child.children.map((subitem) => nodeType(schema, 'item').create(subitem.attrs, subitem.content));
      result.push(nodeType(schema, 'itemList').create(child.attrs, promoted));
    });
  }
  if (after.length > 0) result.push(list.node.copy(Fragment.fromArray(after)));
  const transaction = state.tr.replaceWith(list.position, list.position + list.node.nodeSize, result);
  return finish(transaction, head);
}

/** Makes items paragraphs again, and subitems items. */
export const liftItems: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const sublist = ancestor($from, 'subitemList');
  const list = sublist ?? ancestor($from, 'itemList');
  if (list === undefined || $to.depth < list.depth || $to.node(list.depth) !== list.node) return false;
  if (dispatch === undefined) return true;
  const first = $from.index(list.depth);
  const last = $to.index(list.depth);
  dispatch(sublist === undefined ? liftToParagraphs(state, list, first, last) : liftSubitems(state, list, first, last));
  return true;
};
