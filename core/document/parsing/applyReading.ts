import { endsSentence, headingLikeness, isLeadIn, isSubtitle, isTitle } from '#core/document/parsing/lineCues.ts';
import type { Marker, MarkerFamily } from '#core/document/parsing/markers.ts';
import { partLevels } from '#core/document/parsing/partLevels.ts';
import type { BodyLine, Reading, Segment } from '#core/document/parsing/reading.ts';
import { displayWidth } from '#core/document/parsing/sourceLines.ts';

/** What makes 第三条 a mention of an article and not its number. */
const mentionBefore = /(?:本公约|本约|民约|规约|公约|按照?|依照|根据|依据|违反|前|上述|以上|除|以及|及|和|与|或|、|至|到|》|法|条例|规定|办法|见|由|了|在|反|犯|触犯)$/u;
const mentionAfter = /^(?:规定|之规定|的规定|所列|所称|所指|所规定|施行前|、第|和第|或第|或者第|至第|到第|以及|、|之|第[一二三四五六七八九十]{1,3}[款项]|[款项]|执行|处理|中|的)/u;

const bracketed = /^[【〔][^】〕]{1,12}[】〕]$/u;

type Counter = { value: number; separator: string };

/**
 * Cuts the lines of a text into segments as a reading wants it. Linear in the number of characters and markers.
 * Where a text has topic lines between its articles, further ones are taken on weaker signs.
 */
export function applyReading(lines: readonly BodyLine[], reading: Reading): Segment[] {
  const segments = cutLines(lines, reading, false);
  return partLevels(segments.some(({ role }) => role === 'bareHeading') ? cutLines(lines, reading, true) : segments);
}

function cutLines(lines: readonly BodyLine[], reading: Reading, expectsTopics: boolean): Segment[] {
  const segments: Segment[] = [];
  const last = new Map<MarkerFamily, Counter>();
  let nested: Counter | undefined;
  const nextAtLineStart = followingValues(lines, reading);

  const roleOf = (family: MarkerFamily): 'heading' | 'article' | undefined => {
    if (reading.headings.includes(family)) return 'heading';
    return family === reading.article ? 'article' : undefined;
  };

  const push = (role: Segment['role'], line: BodyLine, text: string, marker?: Marker, regular = true, isMention = false) => {
    const depth = marker === undefined ? 0 : Math.max(0, reading.headings.indexOf(marker.family));
    const continues = marker === undefined && (line.continues || isMention);
    segments.push({ role, line: line.index, text: text.trim(), depth, continues, regular, ...(marker && { marker }) });
  };

  let restartAllowed = true;

  const startHeading = (marker: Marker): boolean => {
    const before = last.get(marker.family)?.value ?? 0;
    const depth = reading.headings.indexOf(marker.family);
    last.set(marker.family, { value: marker.value, separator: marker.separator });
    for (const inner of reading.headings.slice(depth + 1)) last.delete(inner);
    nested = undefined;
    restartAllowed = true;
    return marker.family === 'bullet' || marker.value === before + 1 || (marker.value === 1 && depth > 0);
  };

  /** Whether a number of the article family begins an article; keeps count of lists of the same look inside an article. */
  const startsArticle = (marker: Marker, above: string): boolean => {
    const family = marker.family;
    const counter = last.get(family) ?? { value: 0, separator: marker.separator };
    if (nested !== undefined) {
      const inNested = marker.value === nested.value + 1;
      const inArticles = marker.value === counter.value + 1;
      const looksNested = nested.separator !== counter.separator && marker.separator === nested.separator;
      if (inNested && (!inArticles || looksNested)) {
        nested = { value: marker.value, separator: marker.separator };
        return false;
      }
      // Both would go on with this number: a list whose last item ended with a full stop is over.
      if (inNested && inArticles && nested.separator === counter.separator && !/[。！]$/u.test(above)) {
        nested = { value: marker.value, separator: marker.separator };
        return false;
      }
      nested = undefined;
    } else if (
      marker.value === 1 &&
      counter.value >= 1 &&
      !restartAllowed &&
      /[：:]$/u.test(above) &&
      family !== 'articleWord' &&
      family !== 'bullet'
    ) {
      nested = { value: 1, separator: marker.separator };
      return false;
    }
    return true;
  };

  const acceptsLineStart = (marker: Marker, position: number, above: string): boolean => {
    const line = lines[position];
    if (line === undefined) return false;
    const expected = (last.get(marker.family)?.value ?? 0) + 1;
    const regular = marker.value === expected;
    if (!marker.family.endsWith('Word')) return !line.continues || regular;
    const next = nextAtLineStart(marker.family, line.index);
    const isBelowHeading = segments.at(-1)?.role === 'heading' || segments.at(-1)?.role === 'bareHeading';
    // 第九条至第十六条涉及…: a paragraph may begin with a mention; out of the series it is no number.
    const stands = marker.end > marker.start + marker.label.length;
    if (!regular && !stands && isSpokenOf(lines, position, marker)) return false;
    const isOpen = above !== '' && !isBelowHeading && !isTitle(above) && (line.continues || !endsSentence(above));
    if (isOpen) {
      const speaksOfIt = isSpokenOf(lines, position, marker);
      const leadsToIt = mentionBefore.test(above);
      if (speaksOfIt && leadsToIt) return false;
      // A number that is cited is printed again where its article begins.
      if (speaksOfIt || leadsToIt) return regular && next !== marker.value;
      if (!regular && next === expected && headingLikeness(above) < 0.75) return false;
      // A rule without a full stop above it, and a number or two left out between.
      if (marker.value > expected && marker.value <= expected + 2) return true;
    }
    return !line.continues || regular;
  };

  const acceptsInline = (marker: Marker, line: BodyLine, from: number, innerChain: number, isBelowHeading: boolean): boolean => {
    const before = line.text.slice(Math.max(from, marker.start - 12), marker.start);
    const counter = last.get(marker.family)?.value ?? 0;
    const isHeading = reading.headings.includes(marker.family);
    const fits = marker.value === counter + 1 || (marker.value === 1 && (restartAllowed || (isHeading && reading.headings.indexOf(marker.family) > 0)));
    // Behind a full stop a number may come twice or leave one out, as at line starts.
    const isNear = marker.value === counter || marker.value === counter + 2;
    const isSlip =
      (marker.family === 'articleWord' && counter > 2 && isNear && /[。！][\s　]*$/u.test(before)) ||
      // ⑩…；⑫…；⑪…: nothing else in a sentence looks like a circled number.
      (marker.family === 'circled' && counter > 2 && (isNear || marker.value === counter - 1) && /[。！；;][\s　]*$/u.test(before));
    if (!(fits || isSlip) || innerChain > 0) return false;
    if (nextAtLineStart(marker.family, line.index) === marker.value) return false;
    // 一、治安方面1.不偷…: the first rule right behind its topic.
    if (isBelowHeading && marker.value === 1 && isHeadingTail(line.text.slice(from, marker.start).trim())) return true;
    const trimmed = before.trimEnd();
    if (marker.family.endsWith('Word')) {
      if (counter === 0 && marker.start - from <= 60 && isTitle(line.text.slice(from, marker.start).trim())) return true;
      // 第五章 执行: behind a blank stands a heading, behind 第五条执行 none.
      const stands = marker.end > marker.start + marker.label.length && /[。！；;][\s　]*$/u.test(before);
      if (mentionBefore.test(trimmed) || (!stands && mentionAfter.test(line.text.slice(marker.end, marker.end + 8)))) return false;
      return /[。；！？;!?：:…”」』）)》\s]$/u.test(before) || before === '' || isHeadingTail(line.text.slice(from, marker.start));
    }
    if (trimmed.length === before.length && before !== '' && !/[。；！？;!?：:…”」』）)】〕]$/u.test(before)) return false;
    return true;
  };

  lines.forEach((line, position) => {
    const above = lastText(segments);
    let from = 0;
    let open: { role: Segment['role']; marker?: Marker; regular: boolean } = { role: 'text', regular: true };
    let innerChain = 0;
    let isMention = false;
    let innerLead: string | undefined;
    const close = (end: number) => {
      const text = line.text.slice(from, end);
      if (open.marker === undefined && text.trim() === '') return;
      // 【海上篇】①…: a topic in brackets in front of its first rule.
      if (open.marker === undefined && end < line.text.length && bracketed.test(text.trim())) {
        push('bareHeading', line, text);
        return;
      }
      push(open.role, line, text, open.marker, open.regular, isMention);
      const pushed = segments.at(-1);
      if (pushed !== undefined && innerLead !== undefined) pushed.innerLead = innerLead;
      innerLead = undefined;
    };
    const [first] = line.markers;
    if (first === undefined || !first.atLineStart) {
      if (isBareHeading(lines, position, reading, last, above, expectsTopics)) {
        push('bareHeading', line, line.text);
        restartAllowed = true;
        nested = undefined;
        return;
      }
    }
    for (const marker of line.markers) {
      const role = roleOf(marker.family);
      if (marker.atLineStart) {
        if (role === undefined) {
          isMention = marker.family.endsWith('Word') && above !== '' && !endsSentence(above);
          if (!isMention && !line.continues) {
            open = { role: 'item', marker, regular: true };
            from = marker.end;
          }
          continue;
        }
        if (!acceptsLineStart(marker, position, above)) {
          isMention = true;
          continue;
        }
      } else {
        if (role === undefined) {
          const opensList = marker.value === 1 && open.role === 'article' && innerLead === undefined;
          if (opensList) innerLead = line.text.slice(from, marker.start).trim();
          continue;
        }
        if (marker.family === reading.article && marker.value === 1 && !restartAllowed) innerChain = 1;
        else if (innerChain > 0 && marker.family === reading.article) {
          innerChain = marker.value === innerChain + 1 ? marker.value : 0;
        }
        if (!acceptsInline(marker, line, from, role === 'article' ? innerChain : 0, open.role === 'heading')) continue;
      }
      if (role === 'heading') {
        close(marker.start);
        const regular = startHeading(marker);
        open = { role: 'heading', marker, regular };
        innerChain = 0;
      } else {
        const isArticle = startsArticle(marker, marker.atLineStart ? above : line.text.slice(from, marker.start).trimEnd());
        if (!isArticle && !marker.atLineStart) continue;
        close(marker.start);
        if (isArticle) {
          const before = last.get(marker.family)?.value ?? 0;
          const regular = marker.family === 'bullet' || marker.value === before + 1 || (marker.value === 1 && restartAllowed);
          last.set(marker.family, { value: marker.value, separator: marker.separator });
          restartAllowed = false;
          open = { role: 'article', marker, regular };
        } else open = { role: 'item', marker, regular: true };
      }
      from = marker.end;
    }
    close(line.text.length);
  });
  return segments;
}

/** Whether what stands behind a number at a line start cites it: 第三条的, 第一条、第三条. */
function isSpokenOf(lines: readonly BodyLine[], position: number, marker: Marker): boolean {
  const words = lines[position]?.text.slice(marker.end) ?? '';
  // 第一条、第三条 is a list; with other words behind it the mark belongs to the number.
  const behind = marker.separator === '、' && /^第[^，。；第]{1,7}[条條章节節]/u.test(words) ? `、${words}` : words;
  return mentionAfter.test(behind === '' ? (lines[position + 1]?.text ?? '') : behind);
}

function lastText(segments: readonly Segment[]): string {
  const last = segments.at(-1);
  if (last === undefined) return '';
  return last.text === '' ? (last.marker?.label ?? '') : last.text;
}

/** 第一章总则第一条…: no more than a heading stands between the two numbers. */
function isHeadingTail(text: string): boolean {
  return text.length <= 15 && headingLikeness(text) >= 0.7;
}

/**
 * A topic on a line of its own above an article (邻里关系): short, no rule, the line above is complete,
 * and the next line goes on with the numbering of the articles or starts it anew.
 */
function isBareHeading(
  lines: readonly BodyLine[],
  position: number,
  reading: Reading,
  last: ReadonlyMap<MarkerFamily, Counter>,
  above: string,
  expectsTopics: boolean,
): boolean {
  const line = lines[position];
  const next = lines[position + 1];
  if (line === undefined || next === undefined || reading.article === undefined || line.continues) return false;
  const marker = next.markers[0];
  if (marker === undefined || !marker.atLineStart || marker.family !== reading.article) return false;
  if (position === 0 || line.text.length > 24 || /^[（(]|\t/u.test(line.text) || isTitle(line.text) || isSubtitle(line.text)) return false;
  const counter = last.get(marker.family)?.value ?? 0;
  // 村民要做到： above the first number of all introduces the whole.
  if (counter === 0 && !expectsTopics && isLeadIn(line.text)) return false;
  const isShort = displayWidth(line.text) <= 10 && !/[，。；！？]|下列|以下|如下|之一/u.test(line.text);
  // 村民不得： above a numbering that starts anew is a topic as well.
  const isTopicByPlace = isShort && marker.value === 1 && (counter >= 2 || (expectsTopics && counter === 0));
  if (headingLikeness(line.text) < 0.75 && !isTopicByPlace) return false;
  if (marker.family !== 'bullet' && marker.value !== 1 && marker.value !== counter + 1) return false;
  if (marker.value === 1 || counter === 0 || above === '' || expectsTopics) return true;
  // Behind a semicolon a short line is the last of a list.
  return endsSentence(above) && !/[；;]$/u.test(above);
}

/** Looks up the value of the next number of a family that begins a line below the given line. */
function followingValues(
  lines: readonly BodyLine[],
  reading: Reading,
): (family: MarkerFamily, lineIndex: number) => number | undefined {
  const byFamily = new Map<MarkerFamily, { line: number; value: number }[]>();
  for (const family of [...reading.headings, ...(reading.article === undefined ? [] : [reading.article])]) byFamily.set(family, []);
  lines.forEach((line, position) => {
    const marker = line.markers[0];
    if (marker?.atLineStart !== true) return;
    const above = lines[position - 1]?.text ?? '。';
    const isMention = marker.family.endsWith('Word') && mentionBefore.test(above) && isSpokenOf(lines, position, marker);
    if (!isMention) byFamily.get(marker.family)?.push({ line: line.index, value: marker.value });
  });
  const cursor = new Map<MarkerFamily, number>();
  return (family, lineIndex) => {
    const starts = byFamily.get(family);
    if (starts === undefined) return undefined;
    let at = cursor.get(family) ?? 0;
    while (at < starts.length && (starts[at]?.line ?? 0) <= lineIndex) at += 1;
    cursor.set(family, at);
    return starts[at]?.value;
  };
}
