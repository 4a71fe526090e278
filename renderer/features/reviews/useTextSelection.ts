import { useEffect, useState, type RefObject } from 'react';
import { selectedRange, type TextRange } from './selectedRange.ts';
import { textPoint } from './textPoint.ts';

/** The words that are selected in the document, and where on the desk the button for them goes (px from its top left). */
export type TextSelection = TextRange & { left: number; top: number };

function readSelection(
  desk: HTMLElement,
  order: readonly string[],
  textOf: (articleId: string) => string,
): TextSelection | undefined {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!desk.contains(range.commonAncestorContainer)) return undefined;
  const startPoint = textPoint(range.startContainer, range.startOffset);
  const endPoint = textPoint(range.endContainer, range.endOffset);
  // One end in a heading or between articles: the selection is the part that lies in the article at its other end.
  const start = startPoint ?? (endPoint === undefined ? undefined : { articleId: endPoint.articleId, offset: 0 });
  const end = endPoint ?? (startPoint === undefined ? undefined : { articleId: startPoint.articleId, offset: Infinity });
  if (start === undefined || end === undefined) return undefined;
  const found = selectedRange(start, end, order, textOf);
  if (found === undefined) return undefined;
  const box = desk.getBoundingClientRect();
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  return { ...found, left: last.right - box.left, top: last.bottom - box.top };
}

/** Follows the mouse and the keyboard; a selection counts once the button or key is let go. */
export function useTextSelection(
  desk: RefObject<HTMLElement | null>,
  order: readonly string[],
  textOf: (articleId: string) => string,
  isEnabled: boolean,
): [TextSelection | undefined, () => void] {
  const [selection, setSelection] = useState<TextSelection | undefined>(undefined);
  useEffect(() => {
    if (!isEnabled) return undefined;
    const read = () => {
      setSelection(desk.current === null ? undefined : readSelection(desk.current, order, textOf));
    };
    const clear = () => {
      if (window.getSelection()?.isCollapsed !== false) setSelection(undefined);
    };
    document.addEventListener('pointerup', read);
    document.addEventListener('keyup', read);
    document.addEventListener('selectionchange', clear);
    return () => {
      document.removeEventListener('pointerup', read);
      document.removeEventListener('keyup', read);
      document.removeEventListener('selectionchange', clear);
    };
  }, [desk, order, textOf, isEnabled]);
  return [
    isEnabled ? selection : undefined,
    () => {
      window.getSelection()?.removeAllRanges();
      setSelection(undefined);
    },
  ];
}
