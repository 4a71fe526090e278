import type { Marker } from '#core/document/parsing/markers.ts';
import type { MarkedLine } from '#core/document/parsing/ownNumbers.ts';

const decimal = /^(?<label>(?<major>[0-9]{1,2})[.．](?<minor>[0-9]{1,2}))[.．、\s　]*/u;

/** 4.2 楼上漏水 between 4.1 and 4.3 is the second rule of the fourth part and no amount of storeys. Returns the markers of such lines. */
export function decimalSeries(lines: readonly MarkedLine[]): Map<MarkedLine, Marker> {
  const found = new Map<MarkedLine, Marker>();
  const parts = lines.map((line) => (line.markers[0]?.family === 'decimal' || line.markers[0]?.joined === true ? decimal.exec(line.text) : null));
  const place = (at: number) => ({ major: Number(parts[at]?.groups?.['major']), minor: Number(parts[at]?.groups?.['minor']) });
  const positions = parts.flatMap((part, at) => (part === null ? [] : [at]));
  positions.forEach((at, order) => {
    const line = lines[at];
    const [marker] = line?.markers ?? [];
    if (line === undefined || marker?.joined !== true) return;
    const own = place(at);
    const above = place(positions[order - 1] ?? -1);
    const below = place(positions[order + 1] ?? -1);
    const isSeries = (above.major === own.major && above.minor === own.minor - 1) || (below.major === own.major && below.minor === own.minor + 1);
    const label = parts[at]?.groups?.['label'] ?? '';
    const { joined: _, ...plain } = marker;
    if (isSeries) found.set(line, { ...plain, family: 'decimal', value: own.minor, label, separator: '', end: parts[at]?.[0].length ?? label.length });
  });
  return found;
}
