import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

type DialogProps = {
  title: string;
  /** The person's own 取消; Escape too, as long as nothing was typed. */
  onClose: () => void;
  children: ReactNode;
  /** The row of buttons at the foot. */
  actions?: ReactNode;
  wide?: boolean;
};

/** What opened a dialog may be gone or closed to pressing when the dialog ends; the keyboard then goes on from the screen itself. */
function keepFocusInMain(): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body || !activeElement.checkVisibility({ visibilityProperty: true });
    if (isLost && document.querySelector('dialog:modal') === null) document.getElementById('main')?.focus();
  });
}

/** A modal dialog of the browser's own: focus stays inside it and returns to where it came from. */
export function Dialog({ title, onClose, children, actions, wide = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Escape calls off a choice of the input method as well: it must not throw away what was typed.
  const isTouched = useRef(false);
  // The browser returns the focus only while the dialog still stands in the page: an effect of layout ends before it is taken out.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      keepFocusInMain();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onInput={() => {
        isTouched.current = true;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // A browser closes on the second Escape whatever a page says to its cancel event; it never hears of this one.
        event.preventDefault();
        if (!isTouched.current && !event.nativeEvent.isComposing) onClose();
      }}
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id={titleId}>{title}</h2>
      <div className="dialog-body">{children}</div>
      {actions !== undefined && <div className="dialog-actions">{actions}</div>}
    </dialog>
  );
}
