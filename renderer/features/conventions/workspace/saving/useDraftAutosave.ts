import { useQueryClient } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';
import { errorCodeOf } from '#renderer/text/errorSentence.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { native } from '#renderer/transport/native.ts';
import { DraftAutosave, type Saved, type SaveState } from './DraftAutosave.ts';
import { scheduleInWindow } from './scheduleInWindow.ts';

/** Saves what is typed, also when the window loses focus or the screen is left, and keeps the window open until it is on disk. */
export function useDraftAutosave(editor: Editor, conventionId: string, opened: Saved): { autosave: DraftAutosave; state: SaveState } {
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState>({ kind: 'saved', savedAt: opened.savedAt });
  const [autosave] = useState(
    () =>
      new DraftAutosave({
        ...opened,
        read: () => (!editor.isDestroyed && editor.view.composing ? undefined : toDocument(editor.state.doc)),
        save: (document, baseRevision) => client.drafts.save({ conventionId, baseRevision, document }),
        isConflict: (error) => errorCodeOf(error) === 'CONFLICT',
        schedule: scheduleInWindow,
        onState(next) {
          setState(next);
          native.setBusySaving(next.kind !== 'saved');
          if (next.kind === 'saved') void queries.invalidateQueries({ queryKey: api.conventions.key() });
        },
      }),
  );
  useEffect(() => {
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) autosave.touch();
    };
    const flush = () => {
      void autosave.flush();
    };
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    editor.on('transaction', onTransaction);
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      editor.off('transaction', onTransaction);
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onVisibility);
      // What could not be saved by now was given up in the dialog that asks before the screen is left.
      void autosave.flush().finally(() => native.setBusySaving(false));
    };
  }, [autosave, editor]);
  return { autosave, state };
}
