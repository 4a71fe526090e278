import type { Marker } from '#core/document/parsing/markers.ts';
import type { MarkedLine } from '#core/document/parsing/ownNumbers.ts';
import { parseNumeral } from '#core/text/chineseNumeral.ts';

const clipped = /^(?<label>(?<number>[〇零一二三四五六七八九十百]{1,6}|[0-9０-９]{1,3})[\s　]?[条條])[\s　、.．：:]+/u;

/** 十二条 between 第十一条 and 第十三条: a number that has lost its 第. Returns the markers of such lines. */
export function clippedLabels(lines: readonly MarkedLine[]): Map<MarkedLine, Marker> {
  const found = new Map<MarkedLine, Marker>();
  const valueOf = (line: MarkedLine | undefined) => (line?.markers[0]?.atLineStart === true && line.markers[0].family === 'articleWord' ? line.markers[0].value : undefined);
  const later: (number | undefined)[] = [];
  for (let at = lines.length - 1; at >= 0; at -= 1) later[at] = valueOf(lines[at + 1]) ?? later[at + 1];
  let last = 0;
  lines.forEach((line, position) => {
    const value = valueOf(line);
    if (value !== undefined) {
      last = value;
      return;
    }
    const match = clipped.exec(line.text);
    const own = parseNumeral(match?.groups?.['number'] ?? '');
    if (match === null || own === undefined || own !== last + 1) return;
    const next = later[position];
    if (last === 0 || (next !== undefined && next !== own + 1)) return;
    last = own;
    const label = match.groups?.['label'] ?? '';
    found.set(line, { family: 'articleWord', value: own, start: 0, end: match[0].length, label, separator: '', atLineStart: true, alone: false, weak: false, countLike: false });
  });
  return found;
}
