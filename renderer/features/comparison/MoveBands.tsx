import { useLayoutEffect, useRef, useState } from 'react';

/** One moved article: where its two ends stand, in px from the top of the sheet. */
type Band = { move: string; oldTop: number; oldBottom: number; newTop: number; newBottom: number };
type Gutter = { left: number; width: number; height: number; bands: Band[] };

function measure(sheet: HTMLElement): Gutter | undefined {
  const frame = sheet.getBoundingClientRect();
  const bands: Band[] = [];
  let left = 0;
  let right = 0;
  for (const old of sheet.querySelectorAll<HTMLElement>('[data-move][data-side="old"]')) {
    const move = old.dataset['move'] ?? '';
    const fresh = sheet.querySelector<HTMLElement>(`[data-move="${move}"][data-side="new"]`);
    if (fresh === null) continue;
    const from = old.getBoundingClientRect();
    const to = fresh.getBoundingClientRect();
    left = from.right - frame.left;
    right = to.left - frame.left;
    bands.push({
      move,
      oldTop: from.top - frame.top,
      oldBottom: from.bottom - frame.top,
      newTop: to.top - frame.top,
      newBottom: to.bottom - frame.top,
    });
  }
  return bands.length === 0 ? undefined : { left, width: right - left, height: frame.height, bands };
}

function path({ oldTop, oldBottom, newTop, newBottom }: Band, width: number): string {
  const half = width / 2;
  return [
    `M0 ${oldTop}C${half} ${oldTop} ${half} ${newTop} ${width} ${newTop}`,
    `V${newBottom}`,
    `C${half} ${newBottom} ${half} ${oldBottom} 0 ${oldBottom}Z`,
  ].join('');
}

/** A dashed band from where each moved article stood to where it stands now, measured again on every layout. */
export function MoveBands() {
  const marker = useRef<SVGSVGElement>(null);
  const [gutter, setGutter] = useState<Gutter | undefined>(undefined);
  useLayoutEffect(() => {
    const sheet = marker.current?.parentElement;
    if (sheet === null || sheet === undefined) return undefined;
    // The sheet changes its height with every fold, type size and width.
    const observer = new ResizeObserver(() => {
      setGutter(measure(sheet));
    });
    observer.observe(sheet);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <svg
      ref={marker}
      className="bands"
      aria-hidden="true"
      style={gutter === undefined ? { display: 'none' } : { left: gutter.left, width: gutter.width, height: gutter.height }}
    >
      {gutter?.bands.map((band) => <path key={band.move} d={path(band, gutter.width)} />)}
    </svg>
  );
}
