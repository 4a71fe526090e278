import type { Command } from '@tiptap/pm/state';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';

/** Writes a reference to an article (by its id) at the cursor, in place of what is selected. */
export function insertReference(target: string): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    if (!$from.parent.isTextblock || !$from.sameParent($to)) return false;
    dispatch?.(
      state.tr.replaceSelectionWith(nodeType(state.schema, 'articleReference').create({ target })).scrollIntoView(),
    );
    return true;
  };
}
