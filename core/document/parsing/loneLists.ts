import type { Marker } from '#core/document/parsing/markers.ts';
import type { BodyLine } from '#core/document/parsing/reading.ts';

/** Items of a list have few lines each; the numbers of pages stand far apart. */
const mostLinesApart = 4;

/** Numbers alone on their lines that count a list: they begin with 1 below a colon and go on 2, 3 … after a few lines each. */
export function loneLists(lines: readonly BodyLine[]): Set<Marker> {
  const counting = new Set<Marker>();
  let run: { marker: Marker; position: number }[] = [];
  const settle = () => {
    if (run.length >= 2) for (const { marker } of run) counting.add(marker);
    run = [];
  };
  lines.forEach((line, position) => {
    const marker = line.markers[0];
    if (marker === undefined || !marker.alone || !marker.weak) return;
    const last = run.at(-1);
    if (last !== undefined && marker.value === last.marker.value + 1 && position - last.position <= mostLinesApart) run.push({ marker, position });
    else {
      settle();
      if (marker.value === 1 && /[：:]$/u.test(lines[position - 1]?.text ?? '')) run = [{ marker, position }];
    }
  });
  settle();
  return counting;
}
