/**
 * Scrolls everything that scrolls to its end and back, and names the bars that did not stay where they were or that reach out of the
 * window. Runs inside the page.
 */
export function barsMoved(): string[] {
  const bars = [...document.querySelectorAll('.top, .nav, .status:not(:empty), .bar, .tools, .tabs, .rv-bar, .rv-end, .compare-bar, .dialog-actions')].filter(
    (element) => element.checkVisibility(),
  );
  const places = () => bars.map((bar) => bar.getBoundingClientRect()).map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  const before = places();
  const areas = [document.documentElement, ...document.querySelectorAll('*')].map((element) => ({ element, top: element.scrollTop }));
  for (const { element } of areas) if (/auto|scroll/u.test(getComputedStyle(element).overflowY)) element.scrollTop = element.scrollHeight;
  const after = places();
  for (const { element, top } of areas) element.scrollTop = top;
  return bars.flatMap((bar, index) => {
    const place = before[index];
    const name = typeof bar.className === 'string' ? bar.className : bar.tagName;
    if (JSON.stringify(place) !== JSON.stringify(after[index])) return [`moves when something is scrolled: ${name}`];
    const isInside = place !== undefined && place.left >= -1 && place.top >= -1 && place.right <= innerWidth + 1 && place.bottom <= innerHeight + 1;
    return isInside ? [] : [`reaches out of the window: ${name}`];
  });
}
