/** Leads from one end of a move to the other: shows it and puts the keyboard there. */
export function goToEnd(from: HTMLElement, move: number, side: 'old' | 'new'): void {
  const end = from.closest('.compare-sheet')?.querySelector(`[data-move="${move}"][data-side="${side}"]`);
  const row = end?.closest<HTMLElement>('[data-change]');
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}
