import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

export type ChangeSteps = {
  area: RefObject<HTMLElement | null>;
  /** 1-based number of the change one is at; 0 before the first step */
  at: number;
  go: (step: 1 | -1) => void;
};

/** Steps through the changes of a view with buttons, F7 and Shift+F7, and Alt with the arrow keys. The focus goes along, and where it goes by itself one is. */
export function useChangeSteps(total: number): ChangeSteps {
  const area = useRef<HTMLElement>(null);
  const [at, setAt] = useState(0);
  const goTo = useCallback((number: number) => {
    setAt(number);
    const change = area.current?.querySelector<HTMLElement>(`[data-change="${number}"]:not([data-left])`);
    const isHigh = change !== null && change !== undefined && change.offsetHeight > (area.current?.clientHeight ?? 0) / 2;
    change?.scrollIntoView({ block: isHigh ? 'start' : 'center' });
    change?.focus({ preventScroll: true });
  }, []);
  const go = useCallback(
    (step: 1 | -1) => {
      if (total === 0) return;
      goTo(at === 0 && step === -1 ? total : ((at - 1 + step + total) % total) + 1);
    },
    [at, goTo, total],
  );
  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      if (event.isComposing || document.querySelector('dialog:modal') !== null) return;
      if (event.key === 'F7' && !event.altKey && !event.ctrlKey && !event.metaKey) go(event.shiftKey ? -1 : 1);
      else if (event.altKey && event.key === 'ArrowDown') go(1);
      else if (event.altKey && event.key === 'ArrowUp') go(-1);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [go]);
  useEffect(() => {
    const element = area.current;
    function follow({ target }: FocusEvent): void {
      const change = target instanceof Element ? target.closest<HTMLElement>('[data-change]') : null;
      const number = Number(change?.dataset['change']);
      if (number > 0) setAt(number);
    }
    element?.addEventListener('focusin', follow);
    return () => {
      element?.removeEventListener('focusin', follow);
    };
  }, []);
  return { area, at, go };
}
