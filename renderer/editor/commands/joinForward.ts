import { Selection, TextSelection, type Command } from '@tiptap/pm/state';
import { ancestor } from '#renderer/editor/commands/ancestor.ts';
import { joinBackward } from '#renderer/editor/commands/joinBackward.ts';

/** The Delete key at the end of a block: what follows joins this block, as Backspace at its start would do it. */
export const joinForward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parentOffset < $from.parent.content.size) return false;
  if (dispatch === undefined) return true;
  const next = Selection.findFrom(state.doc.resolve($from.after()), 1, true);
  if (next === null) return true;
  const isItem = ancestor(next.$from, 'item', 'subitem') !== undefined;
  const article = ancestor($from, 'article');
  if (isItem && article !== undefined && next.$from.parent.type.name === 'paragraph') {
    const holder = next.$from.node(-1);
    // An item with more than its one paragraph stays whole: its rest would have nothing to stand under.
    if (next.$from.index(-1) === 0 && holder.childCount > 1) return true;
    dispatch(state.tr.delete($from.pos, next.from).scrollIntoView());
    return true;
  }
  const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, next.from)));
  return joinBackward(there, (transaction) => {
    if (!transaction.docChanged) return;
    dispatch(transaction.setSelection(TextSelection.near(transaction.doc.resolve(transaction.mapping.map($from.pos, -1)), -1)));
  });
};
