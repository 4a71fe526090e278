import type { Node, ResolvedPos } from '@tiptap/pm/model';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { ancestor, type Ancestor } from '#renderer/editor/commands/ancestor.ts';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';

/** The paragraphs of the article, by 0-based index, that would become items; undefined when there are none. */
function range(article: Ancestor, $from: ResolvedPos, $to: ResolvedPos): { first: number; last: number } | undefined {
  const { node, depth } = article;
  const leading = node.firstChild?.type.name === 'caption' ? 1 : 0;
  const first = Math.max($from.index(depth), leading + 1);
  const last = $to.index(depth);
  if (first > last) return undefined;
  const all = node.children.slice(first, last + 1);
  return all.every((child) => child.type.name === 'paragraph') ? { first, last } : undefined;
}

function offsetOf(parent: Node, index: number): number {
  return parent.children.slice(0, index).reduce((sum, child) => sum + child.nodeSize, 0);
}

function wrapParagraphs(state: EditorState, article: Ancestor, chosen: { first: number; last: number }): Transaction | undefined {
  const { schema } = state;
  const start = article.position + 1 + offsetOf(article.node, chosen.first);
  const end = article.position + 1 + offsetOf(article.node, chosen.last + 1);
  const before = article.node.child(chosen.first - 1);
  const after = article.node.maybeChild(chosen.last + 1);
  const isJoinedBefore = before.type.name === 'itemList';
  const isJoinedAfter = after?.type.name === 'itemList';
  const attrs = isJoinedBefore ? before.attrs : isJoinedAfter ? after.attrs : undefined;
  const block = state.doc.resolve(start + 1).blockRange(state.doc.resolve(end - 1));
  if (block === null) return undefined;
  const item = nodeType(schema, 'item');
  const transaction = state.tr.wrap(block, [
    { type: nodeType(schema, 'itemList'), attrs: attrs ?? null },
    { type: item, attrs: { id: '' } },
  ]);
  let boundary = start + 2;
  for (let index = chosen.first; index < chosen.last; index += 1) {
    boundary += article.node.child(index).nodeSize;
    transaction.split(boundary, 1, [{ type: item, attrs: { id: '' } }]);
    boundary += 2;
  }
  if (isJoinedAfter) transaction.join(transaction.mapping.map(end));
  if (isJoinedBefore) transaction.join(start);
  return transaction;
}

/** Puts items under the item before them as its subitems. */
function nest(state: EditorState, list: Ancestor, first: number, last: number): Transaction {
  const { schema, selection } = state;
  const subitem = nodeType(schema, 'subitem');
  const parent = list.node.child(first - 1);
  const nested: Node[] = [];
  let shiftOfHead = 0;
  for (let index = first; index <= last; index += 1) {
    const item = list.node.child(index);
    const own = item.lastChild?.type.name === 'subitemList' ? item.lastChild : undefined;
    nested.push(subitem.create(item.attrs, item.content.cut(0, item.content.size - (own?.nodeSize ?? 0))));
    own?.forEach((child) => nested.push(child));
    if (own !== undefined && index < selection.$head.index(list.depth)) shiftOfHead -= 2;
  }
  const from = list.position + 1 + offsetOf(list.node, first);
  const to = list.position + 1 + offsetOf(list.node, last + 1);
  const existing = parent.lastChild?.type.name === 'subitemList' ? parent.lastChild : undefined;
  const transaction = state.tr.delete(from, to);
  if (existing === undefined) {
    transaction.insert(from - 1, nodeType(schema, 'subitemList').create({ marker: 'arabic' }, nested));
  } else transaction.insert(from - 2, nested);
  const shift = existing === undefined ? 0 : -2;
  const head = Math.min(selection.head + shift + shiftOfHead, transaction.doc.content.size);
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(head)));
}

/**
 * Makes paragraphs of an article items, and items subitems of the item above them. The first paragraph of an article
 * introduces its items and cannot become one; subitems go no deeper.
 */
export const makeItems: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const article = ancestor($from, 'article');
  if (article === undefined || $to.node(article.depth) !== article.node) return false;
  if (ancestor($from, 'subitem') !== undefined || ancestor($to, 'subitem') !== undefined) return false;
  const list = ancestor($from, 'itemList');
  if (list !== undefined) {
    const first = $from.index(list.depth);
    if ($to.depth < list.depth || $to.node(list.depth) !== list.node || first === 0) return false;
    dispatch?.(nest(state, list, first, $to.index(list.depth)).scrollIntoView());
    return true;
  }
  if ($from.parent.type.name !== 'paragraph' && $from.parent.type.name !== 'caption') return false;
  const chosen = range(article, $from, $to);
  if (chosen === undefined) return false;
  if (dispatch === undefined) return true;
  const transaction = wrapParagraphs(state, article, chosen);
  if (transaction === undefined) return false;
  dispatch(transaction.scrollIntoView());
  return true;
};
