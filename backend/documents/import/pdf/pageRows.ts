import type { Fragment } from '#backend/documents/import/pdf/pageFragments.ts';

/** Text without a wide gap in it; lengths in points. */
export type Segment = { text: string; x: number; right: number; y: number; size: number };
/** Segments on one baseline from left to right; never empty. */
export type Row = Segment[];

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026]/u;
const widestGap = 1.5;

/** Puts the fragments of a page into rows from top to bottom. Gaps of one and a half characters and more part segments. */
export function pageRows(fragments: readonly Fragment[]): Row[] {
  const sorted = [...fragments].sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: { y: number; size: number; fragments: Fragment[] }[] = [];
  for (const fragment of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && Math.abs(fragment.y - group.y) <= Math.max(group.size, fragment.size) * 0.4) {
      group.fragments.push(fragment);
      if (fragment.size > group.size) group.size = fragment.size;
    } else groups.push({ y: fragment.y, size: fragment.size, fragments: [fragment] });
  }
  return groups.map((group) => segmentsOf(group.fragments.sort((a, b) => a.x - b.x)));
}

function segmentsOf(fragments: readonly Fragment[]): Row {
  const row: Row = [];
  for (const { text, x, y, width, size } of fragments) {
    const last = row.at(-1);
    const gap = last === undefined ? 0 : x - last.right;
    if (last === undefined || gap > Math.max(last.size, size) * widestGap) {
      row.push({ text: text.trim(), x: x + leadingSpace(text, width), right: x + width, y, size });
      continue;
    }
    const needed = wide.test(last.text.at(-1) ?? '') && wide.test(text.trimStart()[0] ?? '') ? 0.6 : 0.2;
    const isParted = gap > Math.min(last.size, size) * needed || /^\s/u.test(text);
    last.text = `${last.text}${isParted ? ' ' : ''}${text.trim()}`;
    last.right = Math.max(last.right, x + width);
    last.size = Math.max(last.size, size);
  }
  return row;
}

/** How far the first visible character of a fragment stands inside it; full-width spaces are how many programs indent. */
function leadingSpace(text: string, width: number): number {
  const spaces = text.length - text.trimStart().length;
  if (spaces === 0) return 0;
  const units = (part: string) => [...part].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
  return (width * units(text.slice(0, spaces))) / units(text);
}
