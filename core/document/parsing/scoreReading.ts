import { headingLikeness } from '#core/document/parsing/lineCues.ts';
import { isBullet, type MarkerFamily } from '#core/document/parsing/markers.ts';
import { isHeading, type Reading, type Segment } from '#core/document/parsing/reading.ts';

/** A numbered unit and what stands below it up to the next one. */
type Unit = { segment: Segment; items: Segment[]; paragraphs: Segment[] };

function introduces(text: string): boolean {
  return /[：:]$/u.test(text) || /下列|以下|如下/u.test(text);
}

function articleFit(unit: Unit, amongRules: boolean): number {
  const lead = unit.segment.text === '' ? (unit.paragraphs[0]?.text ?? '') : unit.segment.text;
  const likeness = headingLikeness(lead);
  // 第一，环境卫生：1.… 2.… counts rules and no chapters.
  if (unit.segment.marker?.family === 'ordinal' && unit.items.length > 0) return 0.9;
  // 第X条 says by itself that it is an article.
  if (unit.segment.marker?.family === 'articleWord') return lead === '' ? 0.2 : 1;
  if (unit.items.length > 0) {
    // A topic with a list among siblings that are rules is a rule's lead-in itself.
    if (amongRules) return 0.9;
    // 社会治安方面： with a colon may be either; a rule word in it makes it a lead-in.
    return unit.paragraphs.length > 0 && unit.segment.text !== '' ? 0.8 - 0.4 * likeness : 1 - 0.95 * likeness;
  }
  if (lead === '') return 0.2;
  const { innerLead } = unit.segment;
  if (innerLead !== undefined && !/[：:]$/u.test(innerLead) && headingLikeness(innerLead) >= 0.75) return 0.1;
  if (unit.paragraphs.length > 0) return 0.9;
  return likeness >= 0.75 ? 0.65 : 1;
}

/** How well the items of an article look like items: introduced, and each list of a look beginning at 1. */
function itemFits(unit: Unit, amongRules: boolean): number[] {
  const firsts = new Map<MarkerFamily | undefined, number>();
  const lead = unit.segment.text === '' ? (unit.paragraphs[0]?.text ?? '') : unit.segment.text;
  const isTopic = headingLikeness(lead) > 0.7 && !amongRules;
  const isByName = unit.segment.marker?.family === 'articleWord' || unit.segment.marker?.family === 'ordinal';
  const introduced = isByName ? 0.9 : introduces(lead) ? (isTopic ? 0.35 : 1) : isTopic ? 0.1 : 0.7;
  return unit.items.map(({ marker }) => {
    const first = firsts.get(marker?.family) ?? marker?.value ?? 1;
    firsts.set(marker?.family, first);
    return marker === undefined || isBullet(marker) || first === 1 ? introduced : introduced * 0.1;
  });
}

/** Where items go on from one article to the next (二、 below 第二条, 三、 below 第五条), they stand above the articles and not below them. */
function strayItems(units: readonly Unit[]): number {
  const last = new Map<MarkerFamily, number>();
  let stray = 0;
  for (const { items } of units) {
    const seen = new Set<MarkerFamily>();
    for (const { marker } of items) {
      if (marker === undefined || isBullet(marker)) continue;
      if (!seen.has(marker.family) && marker.value > 1 && marker.value === (last.get(marker.family) ?? 0) + 1) stray += 1;
      seen.add(marker.family);
      last.set(marker.family, marker.value);
    }
  }
  return stray;
}

/**
 * How well a reading explains a text: 0 (not at all) to about 1.5. Every number votes for the role that it got:
 * headings should look like topics and hold articles, articles should be rules, items should be introduced and begin at 1;
 * the series of articles should be without gaps, and little should stand before the first.
 */
export function scoreReading(reading: Reading, cut: readonly Segment[]): number {
  const segments = withoutLineBreaks(cut);
  const units: Unit[] = [];
  let fits = 0;
  let weight = 0;
  let regular = 0;
  let numbered = 0;
  let before = 0;
  let total = 0;
  let pendingHeadings: { segment: Segment; text: number }[] = [];
  let current: Unit | undefined;
  const vote = (fit: number, share = 1) => {
    fits += fit * share;
    weight += share;
  };
  const settleChildless = (pending: { segment: Segment; text: number }[]) => {
    for (const { segment, text } of pending) {
      const likeness = headingLikeness(segment.text);
      vote(segment.text !== '' && likeness < 0.5 ? 0.5 : text > 0 ? 0.4 : 0.1);
    }
  };
  for (const segment of segments) {
    total += segment.text.length;
    if (isHeading(segment)) {
      settleChildless(pendingHeadings.filter((pending) => pending.segment.depth >= segment.depth));
      pendingHeadings = pendingHeadings.filter((pending) => pending.segment.depth < segment.depth);
      pendingHeadings.push({ segment, text: 0 });
      if (segment.role === 'heading') {
        numbered += 1;
        regular += segment.regular ? 1 : 0;
      }
      current = undefined;
    } else if (segment.role === 'article') {
      for (const pending of pendingHeadings) {
        const likeness = headingLikeness(pending.segment.text);
        vote(pending.text > 0 ? likeness * 0.7 : likeness, pending.segment.marker?.family.endsWith('Word') ? 1.5 : 1);
      }
      pendingHeadings = [];
      current = { segment, items: [], paragraphs: [] };
      units.push(current);
      numbered += 1;
      regular += segment.regular ? 1 : 0;
    } else if (segment.role === 'item') {
      // 第X章 or 第X条 below an article means that the reading looked past them.
      if (segment.marker?.family.endsWith('Word')) vote(0, 3);
      else if (current === undefined) {
        const last = pendingHeadings.at(-1);
        if (last === undefined) vote(units.length === 0 ? 0 : 0.1);
        else {
          last.text += 1;
          vote(0.3);
        }
      } else current.items.push(segment);
    } else {
      const last = pendingHeadings.at(-1);
      if (current !== undefined) current.paragraphs.push(segment);
      else if (last !== undefined) last.text += 1;
      else if (units.length === 0) before += segment.text.length;
    }
  }
  settleChildless(pendingHeadings);
  const amongRules = speakingShare(units.map(({ segment, items }) => ({ segment, isParent: items.length > 0 }))) >= 0.25;
  for (const unit of units) {
    vote(articleFit(unit, amongRules));
    itemFits(unit, amongRules).forEach((fit) => vote(fit));
  }
  vote(0, strayItems(units) * 3);
  if (reading.article === undefined) return headingsAlone(segments);
  if (units.length === 0 || weight === 0) return 0;
  const count = units.length === 1 ? 0.3 : units.length === 2 ? 0.75 : 1;
  const continuity = 0.35 + 0.65 * (regular / Math.max(1, numbered));
  const lead = 1 - Math.max(0, before / Math.max(1, total) - 0.4);
  const prior = reading.article === 'articleWord' ? 0.5 * (regular / Math.max(1, numbered)) : 0;
  // Of two readings that fit alike the one that explains more numbers is the better.
  return (fits / weight) * count * continuity * lead * oneLevel(reading, segments) + prior + 0.01 * reading.headings.length;
}

/** Puts broken lines back together, so that half a sentence does not look like a topic. */
function withoutLineBreaks(segments: readonly Segment[]): Segment[] {
  const whole: Segment[] = [];
  for (const segment of segments) {
    const last = whole.at(-1);
    // Some hundred characters tell a rule from a topic; a sheet of a thousand broken lines stays cheap.
    if (segment.continues && segment.role === 'text' && last !== undefined && last.text.length < 200) whole[whole.length - 1] = { ...last, text: last.text + segment.text };
    else whole.push(segment);
  }
  return whole;
}

type Sibling = { segment: Segment; isParent: boolean };

/**
 * Rules behind the last topic (四、本约自公布之日起施行) say nothing about the topics: two, or as many as there are topics;
 * behind topics with a colon (公共卫生：) one.
 */
function mostTrailingRules(siblings: readonly Sibling[]): number {
  const parents = siblings.filter(({ isParent }) => isParent);
  return parents.filter(({ segment }) => /[：:]$/u.test(segment.text)).length > parents.length / 2 ? 1 : Math.max(2, parents.length);
}

/** The share of sibling numbers that are followed by a sentence of their own and not by a topic. */
function speakingShare(siblings: readonly Sibling[]): number {
  let end = siblings.length;
  const first = siblings.length - mostTrailingRules(siblings);
  while (end > 0 && end > first && siblings[end - 1]?.isParent === false) end -= 1;
  const counted = siblings.slice(0, end);
  const speaking = counted.filter(({ segment: { text } }) => text !== '' && headingLikeness(text) < 0.5);
  return counted.length < 2 ? 0 : speaking.length / counted.length;
}

/**
 * Numbers of one look are one level: where some of them carry rules, the others are no headings. 第X章 says by itself what it is.
 * Returns a factor from 0.3 to 1.
 */
function oneLevel(reading: Reading, segments: readonly Segment[]): number {
  let factor = 1;
  reading.headings.forEach((family, depth) => {
    if (family.endsWith('Word')) return;
    const siblings: Sibling[] = [];
    for (const segment of segments) {
      const last = siblings.at(-1);
      if (segment.role === 'heading' && segment.marker?.family === family) siblings.push({ segment, isParent: false });
      else if (segment.role === 'article' || (segment.role === 'heading' && segment.depth > depth)) {
        if (last !== undefined) last.isParent = true;
      }
    }
    const share = speakingShare(siblings);
    factor = Math.min(factor, share >= 0.3 ? 0.3 : share >= 0.15 ? 0.6 : 1);
  });
  return factor;
}

/** 第一章 over paragraphs without numbers: worth more than no structure, less than any series of articles. */
function headingsAlone(segments: readonly Segment[]): number {
  const headings = segments.filter(({ role }) => role === 'heading');
  const topics = headings.filter(({ text }) => headingLikeness(text) >= 0.75);
  return headings.length >= 2 ? 0.5 * (topics.length / headings.length) : 0;
}
