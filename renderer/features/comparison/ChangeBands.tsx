import { useLayoutEffect, useRef, useState } from 'react';

/** What joins an old place with a new one, in px from the top of the sheet. */
type Band = { key: string; isMove: boolean; oldTop: number; oldBottom: number; newTop: number; newBottom: number };
type Gutter = { left: number; width: number; height: number; bands: Band[] };

/** A row outside the window is not laid out; its own box stands for the cells in it. */
function boxOf(cell: HTMLElement): DOMRect {
  if (cell.checkVisibility({ contentVisibilityAuto: true })) return cell.getBoundingClientRect();
  return (cell.closest('.pair') ?? cell).getBoundingClientRect();
}

function measure(sheet: HTMLElement): Gutter | undefined {
  const frame = sheet.getBoundingClientRect();
  const header = sheet.querySelector('header');
  const [oldHead, newHead] = header?.children ?? [];
  if (oldHead === undefined || newHead === undefined) return undefined;
  const left = oldHead.getBoundingClientRect().right - frame.left;
  const right = newHead.getBoundingClientRect().left - frame.left;
  const newCells = Map.groupBy(sheet.querySelectorAll<HTMLElement>('[data-band][data-side="new"]'), (cell) => cell.dataset['band']);
  const oldCells = Map.groupBy(sheet.querySelectorAll<HTMLElement>('[data-band][data-side="old"]'), (cell) => cell.dataset['band']);
  const bands: Band[] = [];
  for (const [key, olds] of oldCells) {
    const froms = olds.map(boxOf);
    const tos = (newCells.get(key) ?? []).map(boxOf);
    for (const [oldIndex, from] of froms.entries()) {
      for (const [newIndex, to] of tos.entries()) {
        // One that goes to several shares its edge among them, and the other way round.
        const oldShare = from.height / tos.length;
        const newShare = to.height / froms.length;
        const oldTop = from.top - frame.top + oldShare * newIndex;
        const newTop = to.top - frame.top + newShare * oldIndex;
        const isMove = olds[oldIndex]?.dataset['move'] !== undefined;
        bands.push({ key: `${key} ${oldIndex} ${newIndex}`, isMove, oldTop, oldBottom: oldTop + oldShare, newTop, newBottom: newTop + newShare });
      }
    }
  }
  return { left, width: right - left, height: frame.height, bands };
}

function path({ oldTop, oldBottom, newTop, newBottom }: Band, width: number): string {
  const half = width / 2;
  return [
    `M0 ${oldTop}C${half} ${oldTop} ${half} ${newTop} ${width} ${newTop}`,
    `V${newBottom}`,
    `C${half} ${newBottom} ${half} ${oldBottom} 0 ${oldBottom}Z`,
  ].join('');
}

/** Bands between the columns: dashed from where a moved article stood, plain for splits and merges; measured again on every layout. */
export function ChangeBands() {
  const marker = useRef<SVGSVGElement>(null);
  const [gutter, setGutter] = useState<Gutter | undefined>(undefined);
  useLayoutEffect(() => {
    const sheet = marker.current?.parentElement;
    if (sheet === null || sheet === undefined) return undefined;
    // The sheet changes its height with every fold, type size and width, and when rows come into the window.
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
      {gutter?.bands.map((band) => <path key={band.key} className={band.isMove ? 'moved' : undefined} d={path(band, gutter.width)} />)}
    </svg>
  );
}
