import { headingLikeness } from '#core/document/parsing/lineCues.ts';
import type { MarkerFamily } from '#core/document/parsing/markers.ts';
import { isHeading, type Segment } from '#core/document/parsing/reading.ts';

/**
 * Lets every part of a text have its own level of articles: where a part begins right below its heading with a series
 * of another look than the reading's articles, that series carries its rules and the reading's numbers stand below it.
 * 第X条 says by itself what it is and gives way to nothing.
 */
export function partLevels(segments: readonly Segment[]): Segment[] {
  const parts: Segment[][] = [];
  for (const segment of segments) {
    const part = parts.at(-1);
    if (part === undefined || isHeading(segment)) parts.push([segment]);
    else part.push(segment);
  }
  return parts.flatMap((part) => {
    const family = ownLevel(part);
    return family === undefined ? part : part.map((segment) => withLevel(segment, family));
  });
}

/** The look of the numbers that begin a part, where they are a series 1, 2, … of sentences above the reading's articles. */
function ownLevel([heading, ...rest]: readonly Segment[]): MarkerFamily | undefined {
  const first = rest[0];
  const article = rest.find(({ role }) => role === 'article')?.marker?.family;
  if (heading === undefined || !isHeading(heading) || headingLikeness(heading.text) < 0.75 || article === undefined || article === 'articleWord') return undefined;
  const family = first?.role === 'item' ? first.marker?.family : undefined;
  if (family === undefined || family === 'bullet' || family === 'innerBullet' || family.endsWith('Word')) return undefined;
  const series = rest.filter(({ role, marker }) => role === 'item' && marker?.family === family);
  const counts = series.every(({ marker }, order) => marker?.value === order + 1);
  const speaks = series.some(({ text }) => headingLikeness(text) < 0.5);
  return series.length >= 2 && counts && speaks ? family : undefined;
}

function withLevel(segment: Segment, family: MarkerFamily): Segment {
  if (segment.role === 'article') return { ...segment, role: 'item' };
  return segment.role === 'item' && segment.marker?.family === family ? { ...segment, role: 'article' } : segment;
}
