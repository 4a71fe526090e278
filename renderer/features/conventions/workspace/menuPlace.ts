/** Menus stand inside the screen's landmark, where a screen reader finds them. */
export function menuPlace(trigger: HTMLElement): HTMLElement {
  return trigger.closest('main') ?? document.body;
}
