import type { Marker } from '#core/document/parsing/markers.ts';
import type { MarkedLine } from '#core/document/parsing/ownNumbers.ts';

/** Fewer numbers are no series that another could join. */
const fewestHosts = 3;

/**
 * Numbers of another look that go on with a series and never begin one of their own (第十条, then 十一、; 三、, then 4、) belong to it.
 * Returns what the first markers of these lines become.
 */
export function joinedSeries(lines: readonly MarkedLine[]): Map<MarkedLine, Marker> {
  const starts = lines.flatMap((line) => {
    const [marker] = line.markers;
    return marker?.atLineStart === true && !/^(?:chapterWord|sectionWord|bullet)$/u.test(marker.family) ? [{ line, marker }] : [];
  });
  const counts = new Map<Marker['family'], number>();
  const least = new Map<Marker['family'], number>();
  for (const { marker } of starts) {
    counts.set(marker.family, (counts.get(marker.family) ?? 0) + 1);
    least.set(marker.family, Math.min(least.get(marker.family) ?? marker.value, marker.value));
  }
  const joined = new Map<MarkedLine, Marker>();
  const last = new Map<Marker['family'], number>();
  for (const { line, marker } of starts) {
    // 第十二条施行前… speaks of an article.
    const isCitation = marker.family === 'articleWord' && marker.end === marker.start + marker.label.length;
    const isDoubtful = marker.weak || marker.countLike || marker.joined === true || isCitation;
    if (!isDoubtful && (least.get(marker.family) ?? 1) > 1 && last.get(marker.family) !== marker.value - 1) {
      const own = counts.get(marker.family) ?? 0;
      const hosts = [...last].filter(([family]) => family !== marker.family && (counts.get(family) ?? 0) >= Math.max(fewestHosts, own + 1) && least.get(family) === 1);
      // One number may be missing where the look changes.
      const host = hosts.find(([, value]) => value === marker.value - 1) ?? hosts.find(([, value]) => value === marker.value - 2);
      if (host !== undefined) {
        joined.set(line, { ...marker, family: host[0] });
        last.set(host[0], marker.value);
        continue;
      }
    }
    last.set(marker.family, marker.value);
  }
  return joined;
}
