import { citedLabels } from '#core/document/parsing/citedLabels.ts';
import { clippedLabels } from '#core/document/parsing/clippedLabels.ts';
import { decimalSeries } from '#core/document/parsing/decimalSeries.ts';
import { innerBullets } from '#core/document/parsing/innerBullets.ts';
import { joinedSeries } from '#core/document/parsing/joinedSeries.ts';
import { endsSentence, headingLikeness } from '#core/document/parsing/lineCues.ts';
import { hardWraps } from '#core/document/parsing/hardWraps.ts';
import { loneLists } from '#core/document/parsing/loneLists.ts';
import { findMarkers, type Marker, type MarkerFamily } from '#core/document/parsing/markers.ts';
import { ownNumbers } from '#core/document/parsing/ownNumbers.ts';
import type { BodyLine } from '#core/document/parsing/reading.ts';
import type { SourceLine } from '#core/document/parsing/sourceLines.ts';

/** Adds to every line its possible numbers and whether it continues the line above. */
export function bodyLines(broken: readonly SourceLine[]): BodyLine[] {
  const lines = withWholeLabels(broken);
  const continuing = hardWraps(lines);
  const known = lines.map((line) => ({ ...line, markers: findMarkers(line.text), continues: continuing.has(line) }));
  const found = [ownNumbers, clippedLabels, decimalSeries, innerBullets, joinedSeries].reduce<BodyLine[]>((marked, repair) => {
    const repaired = repair(marked);
    return marked.map((line) => withFirst(line, repaired.get(line)));
  }, known);
  const cited = citedLabels(found);
  const trusted = new Set([...trustedWeakMarkers(found), ...loneLists(found)]);
  const recognized = recognizedMisreadings(found);
  return found.map((line) => {
    const first = line.markers[0];
    if (first !== undefined && cited.has(first)) return { ...line, markers: line.markers.slice(1) };
    if (first?.misread === true) {
      const marker = recognized.get(first);
      return { ...line, markers: [...(marker === undefined ? [] : [marker]), ...line.markers.slice(1)] };
    }
    const keeps = first === undefined || !(first.weak || first.countLike || first.joined === true) || trusted.has(first);
    return keeps ? line : { ...line, markers: line.markers.slice(1) };
  });
}

const labelBegin = /第[〇零一二三四五六七八九十百0-9０-９]{0,5}$/u;
const labelEnd = /^[〇零一二三四五六七八九十百0-9０-９]{0,4}[条條章节節]/u;

/** 第 at the end of one line and 十三条 at the start of the next: the label goes to the line whose words it heads. */
function withWholeLabels(lines: readonly SourceLine[]): SourceLine[] {
  const whole = [...lines];
  for (let at = 1; at < whole.length; at += 1) {
    const [above, line] = [whole[at - 1], whole[at]];
    if (above === undefined || line === undefined || !labelEnd.test(line.text)) continue;
    const begin = labelBegin.exec(above.text);
    if (begin === null || begin.index === 0) continue;
    whole[at - 1] = { ...above, text: above.text.slice(0, begin.index) };
    whole[at] = { ...line, text: `${begin[0]}${line.text}` };
  }
  return whole;
}

/** A line with a number in front of what else it holds; numbers inside it are parts of it. */
function withFirst(line: BodyLine, marker: Marker | undefined): BodyLine {
  return marker === undefined ? line : { ...line, markers: [marker, ...line.markers.filter(({ start }) => start >= marker.end)] };
}

/** The spoiled numbers that fit into the series of their like, each with the value that the series gives it. */
function recognizedMisreadings(lines: readonly BodyLine[]): Map<Marker, Marker> {
  const recognized = new Map<Marker, Marker>();
  for (const family of ['chapterWord', 'sectionWord', 'articleWord', 'chinese'] satisfies MarkerFamily[]) {
    const starts = lines.flatMap(({ markers: [first] }) => (first?.atLineStart === true && first.family === family && !first.weak ? [first] : []));
    let last = 0;
    starts.forEach((marker, order) => {
      const next = starts[order + 1]?.value;
      let value: number | undefined = marker.value;
      if (marker.misread === true) {
        const fits = marker.value > 0 && (marker.value === last + 1 || marker.value + 1 === next);
        value = fits ? marker.value : next === last + 2 ? last + 1 : undefined;
        if (value !== undefined) recognized.set(marker, { ...marker, value });
      }
      last = value ?? last;
    });
  }
  return recognized;
}

type Start = { marker: Marker; line: BodyLine; afterSentence: boolean };

/**
 * A number with nothing but white space behind it counts only where it fits into a series 1, 2, 3 … of its like;
 * a number alone on a line only when there is no such series with punctuation, else it is the number of a page.
 */
function trustedWeakMarkers(lines: readonly BodyLine[]): Set<Marker> {
  const trusted = new Set<Marker>();
  for (const family of ['chinese', 'arabic'] satisfies MarkerFamily[]) {
    const starts = lines.flatMap((line, position): Start[] => {
      const marker = line.markers[0];
      if (marker === undefined || marker.family !== family || !marker.atLineStart) return [];
      const above = lines[position - 1]?.text ?? '。';
      return [{ marker, line, afterSentence: !line.continues && (endsSentence(above) || headingLikeness(above) >= 0.75) }];
    });
    trustCounts(starts, trusted);
    const strong = starts.filter(({ marker }) => !marker.weak).length;
    for (const alone of [false, true]) {
      const mixed = starts.filter(({ marker, line }) => !marker.weak || (marker.alone === alone && !line.continues));
      const series = mixed.filter(({ marker }) => marker.weak);
      const value = (order: number) => mixed[order]?.marker.value;
      // A number printed twice is a slip of the pen and no other series.
      const inOrder = mixed.filter((_, order) => value(order) === (value(order - 1) ?? 0) + 1 || value(order) === value(order - 1) || value(order) === 1);
      const reliable = inOrder.length >= mixed.length * 0.7 && mixed.some(({ marker }) => marker.value === 1);
      if (mixed.length < 3 || !reliable) continue;
      if (alone && (strong > 0 || series.length < 3 || othersAtLineStart(lines, family) >= series.length)) continue;
      mixed.forEach(({ marker, afterSentence }, order) => {
        if (!marker.weak) return;
        const next = value(order + 1);
        const follows = marker.value === 1 || value(order - 1) === marker.value - 1;
        const precedes = next === marker.value + 1 || next === 1 || (next === undefined && (series.length > strong || afterSentence));
        if (series.length > strong || (follows && (precedes || afterSentence))) trusted.add(marker);
      });
    }
  }
  return trusted;
}

/** 一、二组村民…: a number all the same where its neighbours are 二、 or the like, or where a sentence ended above. */
function trustCounts(starts: readonly Start[], trusted: Set<Marker>) {
  const plain = starts.filter(({ marker }) => !marker.countLike && !marker.weak && marker.joined !== true).length;
  starts.forEach(({ marker, line, afterSentence }, order) => {
    if (marker.joined === true) {
      const next = starts[order + 1]?.marker.value;
      const continuesSeries = marker.value === (starts[order - 1]?.marker.value ?? 0) + 1;
      if (!line.continues && starts.length > 1 && continuesSeries && (next === undefined || next === 1 || next === marker.value + 1)) trusted.add(marker);
      return;
    }
    if (!marker.countLike) return;
    const follows = order > 0 && starts[order - 1]?.marker.value === marker.value - 1;
    const precedes = starts[order + 1]?.marker.value === marker.value + 1;
    if (follows || precedes || (afterSentence && plain >= 2)) trusted.add(marker);
  });
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
