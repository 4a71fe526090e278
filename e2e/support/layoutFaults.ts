/**
 * What breaks the laws of layout on the page as it stands, in short sentences. Runs inside the page, so it holds everything it needs.
 * In a modal dialog only the dialog is judged, since what lies behind it cannot be reached.
 */
export function layoutFaults(): string[] {
  const faults = new Set<string>();
  const wordsOf = (element: Element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replaceAll(/\s+/gu, ' ').slice(0, 24);
  const nameOf = (element: Element) => {
    const classes = typeof element.className === 'string' && element.className !== '' ? `.${element.className.trim().split(/\s+/u).join('.')}` : '';
    return `${element.tagName.toLowerCase()}${classes}“${wordsOf(element)}”`;
  };
  const root = document.querySelector('dialog:modal') ?? document.body;
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isForReadersOnly = (element: Element) => element.closest('.sr-only, .skip-link, [aria-hidden="true"]') !== null;
  const clips = (value: string) => value !== 'visible';
  const scrolls = (value: string) => value === 'auto' || value === 'scroll';

  if (document.documentElement.scrollWidth > innerWidth) faults.add('the window scrolls sideways');
  if (document.documentElement.scrollHeight > innerHeight) faults.add('the window scrolls');
  const elements = [...root.querySelectorAll('*')].filter((element) => isShown(element));

  for (const element of elements) {
    const style = getComputedStyle(element);
    if (scrolls(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && element.tagName !== 'TEXTAREA') {
      faults.add(`scrolls sideways: ${nameOf(element)} ${element.scrollWidth} > ${element.clientWidth}`);
    }
  }

  /** The part of a rectangle that no ancestor clips away; the clipping element that cuts a piece off, where it may not. */
  const visiblePart = (element: Element, rectangle: DOMRect) => {
    let { left, top, right, bottom } = rectangle;
    let cutter: Element | undefined;
    for (let ancestor: Element | null = element; ancestor !== null; ancestor = ancestor.matches('dialog:modal') ? null : ancestor.parentElement) {
      const style = getComputedStyle(ancestor);
      if (!clips(style.overflowX) && !clips(style.overflowY)) continue;
      const box = ancestor.getBoundingClientRect();
      const mayScroll = scrolls(style.overflowY);
      const isShortened = style.textOverflow === 'ellipsis';
      const isCutAcross = clips(style.overflowX) && !isShortened && (left < box.left - 1 || right > box.right + 1);
      // A line box may be a little higher than the box that shows it without a stroke being lost.
      const isCutDown = clips(style.overflowY) && !mayScroll && (top < box.top - 4 || bottom > box.bottom + 4);
      if ((isCutAcross || isCutDown) && cutter === undefined) cutter = ancestor;
      if (clips(style.overflowX)) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (clips(style.overflowY)) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      if (mayScroll && (bottom <= top || right <= left)) return { isScrolledAway: true, cutter: undefined };
    }
    if (bottom <= top || right <= left || bottom <= 0 || top >= innerHeight) return { isScrolledAway: cutter === undefined, cutter };
    return { isScrolledAway: false, cutter, left: Math.max(0, left), top: Math.max(0, top), right: Math.min(innerWidth, right), bottom: Math.min(innerHeight, bottom) };
  };

  const latin = /[A-Za-z]+/gu;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || (node.textContent ?? '').trim() === '' || !isShown(element)) continue;
    if (element.closest('.sr-only, .skip-link, script, style, title, option') !== null) continue;
    const text = (node.textContent ?? '').trim();
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < (element.closest('.rv-flag') === null ? 13.9 : 12.9)) faults.add(`type of ${size} px: ${nameOf(element)}`);
    // Codes, names of files and folders, and the names on the keys of the keyboard are no words.
    if (element.closest('kbd, .breakable, .code, .source pre') === null) {
      const plain = text.replaceAll(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/gu, '').replaceAll(/\b(?:Word|WPS|PDF)\b/gu, '');
      for (const [word] of plain.matchAll(latin)) faults.add(`Latin letters ${word}: ${nameOf(element)}`);
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const holder = element.closest('button, a.btn, label, th, td, h1, h2, h3, .seg > *, .tag');
    for (const rectangle of range.getClientRects()) {
      const { cutter, isScrolledAway } = visiblePart(element, rectangle);
      if (cutter !== undefined && !isScrolledAway) faults.add(`cut off by ${nameOf(cutter)}: “${text.slice(0, 20)}”`);
      if (holder === null || isScrolledAway) continue;
      const box = holder.getBoundingClientRect();
      if (rectangle.left < box.left - 1 || rectangle.right > box.right + 1 || rectangle.top < box.top - 6 || rectangle.bottom > box.bottom + 6) {
        if (getComputedStyle(holder).textOverflow !== 'ellipsis' && getComputedStyle(element).textOverflow !== 'ellipsis') faults.add(`stands out of ${nameOf(holder)}: “${text.slice(0, 20)}”`);
      }
    }
  }

  const targets = elements.filter(
    (element) =>
      element.matches('button, a[href], select, textarea, input, [role="button"], [role="tab"], [role="menuitem"], [role="option"], summary') &&
      !isForReadersOnly(element),
  );
  for (const target of targets) {
    const label = target.matches('input[type="radio"], input[type="checkbox"]') ? target.closest('label, .choice, .ant-radio-wrapper, .ant-checkbox-wrapper') : null;
    const pressed = label ?? target;
    const box = pressed.getBoundingClientRect();
    if (box.width === 0) continue;
    const isInRunningText = target.closest('p, dd, .ProseMirror') !== null && target.matches('.link, a, .place, .rv-flag');
    // Fractions of a pixel come from sizes in rem.
    if (box.height < 35.5 && !isInRunningText) faults.add(`only ${Math.round(box.height)} px high: ${nameOf(target)}`);
    const part = visiblePart(pressed, box);
    if (part.isScrolledAway || part.left === undefined || part.right - part.left < 8 || part.bottom - part.top < 8) continue;
    const { left, right, top, bottom } = part;
    const points: [number, number][] = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 4, (top + bottom) / 2],
      [right - 4, (top + bottom) / 2],
    ];
    for (const [x, y] of points) {
      const found = document.elementFromPoint(x, y);
      if (found === null || pressed.contains(found) || found.contains(pressed)) continue;
      if (found.closest('label')?.contains(target) === true || pressed.closest('label')?.contains(found) === true) continue;
      if (found.closest('.notices, .ant-dropdown') !== null) continue;
      faults.add(`${nameOf(target)} lies under ${nameOf(found)}`);
      break;
    }
  }
  return [...faults];
}
