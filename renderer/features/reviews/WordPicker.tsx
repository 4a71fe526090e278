import { useEffect, useId, useRef } from 'react';
import type { AnnotationDraft } from './annotationDraft.ts';
import { selectedRange } from './selectedRange.ts';

/** Choosing the words with the keyboard: the article's text in a field, Shift and the arrow keys select. */
export function WordPicker({ draft, text, onPick }: { draft: AnnotationDraft; text: string; onPick: (from: number, to: number) => void }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(draft.from, draft.to);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the field appears: afterwards the person moves the selection
  }, []);
  return (
    <div className="field">
      <label htmlFor={id} className="hint">
        按住 Shift 键用方向键选，或用鼠标选
      </label>
      <textarea
        id={id}
        ref={field}
        className="input doc-font"
        aria-readonly
        inputMode="none"
        rows={4}
        // Not `readOnly`: Chromium moves no caret in such a field. What is typed into it is taken back.
        value={text}
        onChange={() => undefined}
        onBeforeInput={(event) => {
          event.preventDefault();
        }}
        onSelect={({ currentTarget }) => {
          const { selectionStart, selectionEnd } = currentTarget;
          const range = selectedRange(
            { articleId: draft.articleId, offset: selectionStart },
            { articleId: draft.articleId, offset: selectionEnd },
            [draft.articleId],
            () => text,
          );
          if (range !== undefined) onPick(range.from, range.to);
        }}
      />
    </div>
  );
}
