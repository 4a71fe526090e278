import type { Marker } from '#core/document/parsing/markers.ts';
import type { MarkedLine } from '#core/document/parsing/ownNumbers.ts';

/** Fewer labels have no usual look. */
const fewestLabels = 5;
const usualShare = 0.7;

/**
 * Where nearly all labels are parted from their words alike (第五条 …), one that is not and whose number is printed again in the
 * usual way cites an article: 第五条所称建房，…. Returns such markers.
 */
export function citedLabels(lines: readonly MarkedLine[]): Set<Marker> {
  const starts = lines.flatMap(({ text, markers: [first] }) => (first?.atLineStart === true && first.family === 'articleWord' && !first.alone ? [{ marker: first, gap: gapOf(text, first) }] : []));
  const counts = new Map<string, number>();
  for (const { gap } of starts) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const [usual, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (starts.length < fewestLabels || count < starts.length * usualShare) return new Set();
  const printed = new Set(starts.filter(({ gap }) => gap === usual).map(({ marker }) => marker.value));
  return new Set(starts.filter(({ marker, gap }) => gap !== usual && printed.has(marker.value)).map(({ marker }) => marker));
}

/** What parts a label from its words: a sign, a blank, or nothing. */
function gapOf(text: string, marker: Marker): string {
  const gap = text.slice(marker.start + marker.label.length, marker.end);
  return gap.trim() === '' ? (gap === '' ? '' : ' ') : gap.trim();
}
