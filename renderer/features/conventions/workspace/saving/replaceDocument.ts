import { closeHistory } from '@tiptap/pm/history';
import { Fragment } from '@tiptap/pm/model';
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { ConventionDocument } from '#core/document/document.ts';

/** One undoable step from the present text to another; what is the same at both ends is not touched. */
export function replaceDocument(state: EditorState, document: ConventionDocument): Transaction {
  const target = state.schema.nodeFromJSON(document);
  const transaction = closeHistory(state.tr);
  for (const [name, value] of Object.entries(target.attrs)) {
    if (state.doc.attrs[name] !== value) transaction.setDocAttribute(name, value);
  }
  const [before, after] = [state.doc.children, target.children];
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start]?.eq(after[start] ?? target) === true) start += 1;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end)?.eq(after.at(-1 - end) ?? target) === true) end += 1;
  const sizeOf = (nodes: readonly { nodeSize: number }[]) => nodes.reduce((sum, node) => sum + node.nodeSize, 0);
  const from = sizeOf(before.slice(0, start));
  const to = state.doc.content.size - sizeOf(before.slice(before.length - end));
  const middle = after.slice(start, after.length - end);
  if (from < to || middle.length > 0) {
    const head = state.selection.head;
    transaction.replaceWith(from, to, Fragment.fromArray(middle));
    transaction.setSelection(Selection.near(transaction.doc.resolve(Math.min(head, transaction.doc.content.size))));
  }
  return transaction;
}
