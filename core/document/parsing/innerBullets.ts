import type { Marker } from '#core/document/parsing/markers.ts';
import type { MarkedLine } from '#core/document/parsing/ownNumbers.ts';

/** So many runs of the other sign may stand elsewhere. */
const leastIntroduced = 0.8;

/**
 * Where a second sign stands below lines of the first that end with a colon (◆ 丧事三天内办完： above ▪ 第一天…), it marks what
 * belongs to them. Returns the markers of these lines.
 */
export function innerBullets(lines: readonly MarkedLine[]): Map<MarkedLine, Marker> {
  const glyphOf = (line: MarkedLine | undefined) => (line?.markers[0]?.family === 'bullet' ? line.markers[0].label : undefined);
  const outer = lines.map(glyphOf).find((glyph) => glyph !== undefined);
  const runs = new Map<string, { introduced: number; runs: number; lines: MarkedLine[] }>();
  lines.forEach((line, position) => {
    const glyph = glyphOf(line);
    if (glyph === undefined || glyph === outer) return;
    const run = runs.get(glyph) ?? { introduced: 0, runs: 0, lines: [] };
    runs.set(glyph, run);
    run.lines.push(line);
    const above = lines[position - 1];
    if (glyphOf(above) === glyph) return;
    run.runs += 1;
    if (glyphOf(above) === outer && /[：:]$/u.test(above?.text ?? '')) run.introduced += 1;
  });
  const inner = new Map<MarkedLine, Marker>();
  for (const run of runs.values()) {
    if (run.introduced < run.runs * leastIntroduced) continue;
    for (const line of run.lines) {
      const [marker] = line.markers;
      if (marker !== undefined) inner.set(line, { ...marker, family: 'innerBullet' });
    }
  }
  return inner;
}
