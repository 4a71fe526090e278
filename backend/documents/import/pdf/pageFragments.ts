import { plainCharacters } from '#backend/documents/import/pdf/plainCharacters.ts';

/** A stretch of text in one font on one line. `y` is its baseline from the top of the page, `size` that of its font; in points. */
export type Fragment = { text: string; x: number; y: number; width: number; size: number };

type Sheet = { width: number; height: number; transform: readonly number[] };
type Item = { str: string; transform: number[]; width: number };

/** Turns what the library reports into fragments of upright text. Slanting text is a watermark; what is drawn twice to look bold counts once. */
export function pageFragments(items: readonly Item[], { width: pageWidth, height: pageHeight, transform: viewport }: Sheet): Fragment[] {
  const fragments: Fragment[] = [];
  const drawn = new Map<string, Fragment[]>();
  for (const { str, transform, width } of items) {
    const text = plainCharacters(str.replace(/[\0\u200b\ufeff]/gu, ''));
    if (text.trim() === '') continue;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = product(viewport, transform);
    const size = Math.hypot(c, d);
    if (!(size > 0.5) || Math.abs(b) > Math.abs(a) * 0.1 || a < 0) continue;
    // What lies outside of the sheet nobody sees.
    if (!(e > -size && e < pageWidth && f > 0 && f < pageHeight + size)) continue;
    const fragment = { text, x: e, y: f, width: Math.min(Math.abs(width), pageWidth - e), size };
    const twins = drawn.get(text) ?? [];
    if (twins.some((twin) => Math.abs(twin.x - e) < size * 0.2 && Math.abs(twin.y - f) < size * 0.2)) continue;
    drawn.set(text, [...twins.slice(-20), fragment]);
    fragments.push(fragment);
  }
  return fragments;
}

function product(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
