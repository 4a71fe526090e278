import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { staysInTextblocks } from '#renderer/editor/plugins/staysInTextblocks.ts';

/** After the last keystroke; what is not typing shows with the next turn. */
const pause = 200;

/**
 * Something read from the editor that the screen around it shows. It is read after a keystroke has been painted, not before.
 * `select` stays the same function, and its answers are compared as JSON.
 */
export function useSettledState<Value>(editor: Editor, select: (editor: Editor) => Value): Value {
  const [value, setValue] = useState(() => select(editor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      if (editor.isDestroyed) return;
      const next = select(editor);
      setValue((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const onTransaction = ({ transaction }: { transaction: Parameters<typeof staysInTextblocks>[0] }) => {
      clearTimeout(timer);
      timer = setTimeout(read, transaction.docChanged && staysInTextblocks(transaction) ? pause : 0);
    };
    editor.on('transaction', onTransaction);
    read();
    return () => {
      clearTimeout(timer);
      editor.off('transaction', onTransaction);
    };
  }, [editor, select]);
  return value;
}
