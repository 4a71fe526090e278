import { hardWraps } from '#core/document/parsing/hardWraps.ts';
import { findMarkers, type Marker, type MarkerFamily } from '#core/document/parsing/markers.ts';
import type { BodyLine } from '#core/document/parsing/reading.ts';
import type { SourceLine } from '#core/document/parsing/sourceLines.ts';

/** Adds to every line its possible numbers and whether it continues the line above. */
export function bodyLines(lines: readonly SourceLine[]): BodyLine[] {
  const continuing = hardWraps(lines);
  const found = lines.map((line) => ({ ...line, markers: findMarkers(line.text), continues: continuing.has(line) }));
  const trusted = trustedWeakMarkers(found);
  return found.map((line) => {
    const first = line.markers[0];
    const keeps = first === undefined || !(first.weak || first.countLike) || trusted.has(first);
    return keeps ? line : { ...line, markers: line.markers.slice(1) };
  });
}

/**
 * A number with nothing but white space behind it counts only as a member of a series 1, 2, 3 … of its like;
 * a number alone on a line only when there is no such series with punctuation, else it is the number of a page.
 */
function trustedWeakMarkers(lines: readonly BodyLine[]): Set<Marker> {
  const trusted = new Set<Marker>();
  for (const family of ['chinese', 'arabic'] satisfies MarkerFamily[]) {
    const starts = lines.flatMap((line) => {
      const first = line.markers[0];
      return first !== undefined && first.family === family && first.atLineStart ? [first] : [];
    });
    const weak = starts.filter((marker) => marker.weak);
    const strong = starts.length - weak.length;
    starts.forEach((marker, order) => {
      const follows = order > 0 && (starts[order - 1]?.value ?? 0) === marker.value - 1;
      if (marker.countLike && (follows || starts[order + 1]?.value === marker.value + 1)) trusted.add(marker);
    });
    for (const alone of [false, true]) {
      const series = weak.filter((marker) => marker.alone === alone);
      const mixed = starts.filter((marker) => !marker.weak || marker.alone === alone);
      const inOrder = mixed.filter((marker, order) => marker.value === (mixed[order - 1]?.value ?? 0) + 1 || marker.value === 1);
      const reliable = inOrder.length >= mixed.length * 0.7 && mixed.some((marker) => marker.value === 1);
      if (series.length + strong < 3 || !reliable) continue;
      if (alone && (strong > 0 || series.length < 3 || othersAtLineStart(lines, family) >= series.length)) continue;
      series.forEach((marker) => trusted.add(marker));
    }
  }
  return trusted;
}

function othersAtLineStart(lines: readonly BodyLine[], family: MarkerFamily): number {
  return lines.filter(({ markers: [first] }) => first?.atLineStart === true && !first.weak && first.family !== family).length;
}

/** Lines with nothing but an Arabic number that is no article's: the numbers of pages. */
export function lonePageNumbers(lines: readonly SourceLine[]): Set<SourceLine> {
  const candidates = lines.filter(({ text }) => /^[0-9０-９]{1,4}$/u.test(text));
  if (candidates.length === 0) return new Set();
  const numbered = new Set(bodyLines(lines).flatMap(({ index, markers }) => (markers.length > 0 ? [index] : [])));
  return new Set(candidates.filter(({ index }) => !numbered.has(index)));
}
