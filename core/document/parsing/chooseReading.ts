import { applyReading } from '#core/document/parsing/applyReading.ts';
import { headingLikeness } from '#core/document/parsing/lineCues.ts';
import type { MarkerFamily } from '#core/document/parsing/markers.ts';
import type { BodyLine, Reading, Segment } from '#core/document/parsing/reading.ts';
import { scoreReading } from '#core/document/parsing/scoreReading.ts';

export type ScoredReading = { reading: Reading; segments: Segment[]; score: number };

/** Below this a text is taken as paragraphs without numbers. */
const leastScore = 0.28;

type FamilySummary = { family: MarkerFamily; starts: number; inline: number; likeness: number; first: number };

function summarize(lines: readonly BodyLine[]): FamilySummary[] {
  const summaries = new Map<MarkerFamily, FamilySummary & { sum: number; seen: number }>();
  lines.forEach((line, position) => {
    line.markers.forEach((marker, order) => {
      const summary = summaries.get(marker.family) ?? {
        family: marker.family,
        starts: 0,
        inline: 0,
        likeness: 0,
        first: position,
        sum: 0,
        seen: 0,
      };
      if (marker.atLineStart) summary.starts += 1;
      else summary.inline += 1;
      const end = line.markers[order + 1]?.start ?? line.text.length;
      const own = line.text.slice(marker.end, end).trim();
      const text = own === '' && marker.atLineStart ? (lines[position + 1]?.text ?? '') : own;
      summary.sum += headingLikeness(text);
      summary.seen += 1;
      summaries.set(marker.family, summary);
    });
  });
  return [...summaries.values()].map((summary) => ({ ...summary, likeness: summary.sum / summary.seen }));
}

/** The readings worth trying: every family as articles, below every choice of up to two families that can be headings. */
function candidateReadings(lines: readonly BodyLine[]): Reading[] {
  const families = summarize(lines).filter(({ starts, inline, family }) => starts + inline >= 2 || family.endsWith('Word'));
  const readings: Reading[] = [];
  const chapterFamilies = families.filter(({ family }) => family === 'chapterWord' || family === 'sectionWord');
  for (const { family } of chapterFamilies) readings.push({ headings: [family], article: undefined });
  for (const article of families) {
    if (article.family === 'innerBullet') continue;
    // 第一，第二， below 一、 count the points of one rule.
    if (article.family === 'ordinal' && families.some(({ family, starts, first }) => family !== 'bullet' && !/^(?:chapter|section)Word$/u.test(family) && starts >= 2 && first < article.first)) continue;
    if (article.family === 'chapterWord' || article.family === 'sectionWord') {
      if (article.likeness > 0.6) continue;
    }
    const headings = families.filter(
      ({ family, likeness, starts, inline }) =>
        family !== article.family &&
        family !== 'articleWord' &&
        family !== 'circled' &&
        family !== 'innerBullet' &&
        family !== 'ordinal' &&
        (family.endsWith('Word') || (likeness >= 0.3 && starts + inline >= 2)),
    );
    readings.push({ headings: [], article: article.family });
    for (const outer of headings) {
      readings.push({ headings: [outer.family], article: article.family });
      for (const inner of headings) {
        if (inner !== outer && inner.first >= outer.first && inner.family !== 'chapterWord') {
          readings.push({ headings: [outer.family, inner.family], article: article.family });
        }
      }
    }
  }
  return readings;
}

/** Tries the readings of a text and returns them, best first; the reading without numbers closes the list. */
export function rankReadings(lines: readonly BodyLine[]): ScoredReading[] {
  const scored: ScoredReading[] = candidateReadings(lines).map((reading) => {
    const segments = applyReading(lines, reading);
    return { reading, segments, score: scoreReading(reading, segments) };
  });
  const plain: Reading = { headings: [], article: undefined };
  scored.push({ reading: plain, segments: applyReading(lines, plain), score: leastScore });
  return scored.sort((a, b) => b.score - a.score);
}
