import { closeHistory } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';

/** Keeps a command apart from the typing before it, so that one undo takes back the command and nothing else. */
export function asOneStep(command: Command): Command {
  return (state, dispatch, view) =>
    command(
      state,
      dispatch === undefined
        ? undefined
        : (transaction) => {
            dispatch(transaction.docChanged ? closeHistory(transaction) : transaction);
          },
      view,
    );
}
