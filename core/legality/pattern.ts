import type { Lexicon } from '#core/legality/rule.ts';

/**
 * A pattern is a row of elements with bounded gaps: `取消|停发 ~6 @welfare`.
 * An element is a choice of words and @word lists; #money #days #multiple #points #share #age are amounts;
 * `~N` sets the gap before the next element (4 unless told); `?` before an element makes it optional;
 * `^` stands for the start of the clause, `$` for its end. There is no repetition and no backtracking.
 */
type Element = { key: string; gap: number; optional: boolean; words: readonly string[]; amounts: readonly AmountKind[]; edge?: 'start' | 'end' };
export type Pattern = readonly Element[];

const amountKinds = ['money', 'days', 'multiple', 'points', 'share', 'goods'] as const;
export type AmountKind = (typeof amountKinds)[number];
export type Span = { start: number; end: number };
export type Amount = Span & { kind: AmountKind; value: number | undefined };

const defaultGap = 4;
const longestGap = 40;
const longestWord = 60;

/** Between the two halves of 不得…上访 these words turn the meaning round: 不得阻拦村民上访. */
const turning =
  /拒绝|剥夺|侵害|侵犯|限制|阻碍|阻挠|阻拦|阻止|干涉|干预|歧视|报复|压制|强迫|强制|胁迫|妨碍|妨害|非法|为由|影响|克扣|推诿|隐瞒|逃避|取消|停发|停止|剥夺|收回|扣发|扣减|不得|不能|不准|不许|严禁|禁止|无权|私分|私自|截留|挪用|瓜分|骗取|冒领|伪造|虚报|侵占|霸占|损害|(?:不|未|没有?|别|停|扣)$/u;

/** Reads a pattern. Throws Error naming the faulty element. */
export function parsePattern(source: string, lexicon: Lexicon): Pattern {
  const elements: Element[] = [];
  let gap: number | undefined;
  for (const token of source.split(/\s+/u).filter((part) => part !== '')) {
    if (token.startsWith('~')) {
      const wanted = Number(token.slice(1));
      if (!Number.isInteger(wanted) || wanted < 0 || wanted > longestGap) throw new Error(`gap ${token} in "${source}"`);
      gap = wanted;
      continue;
    }
    const optional = token.startsWith('?');
    const body = optional ? token.slice(1) : token;
    const base = { key: body, gap: gap ?? (elements.length === 0 ? longestGap : defaultGap), optional };
    gap = undefined;
    if (body === '^' || body === '$') {
      elements.push({ ...base, words: [], amounts: [], edge: body === '^' ? 'start' : 'end' });
      continue;
    }
    const amounts: AmountKind[] = [];
    const words = body.split('|').flatMap((choice) => {
      if (choice.startsWith('#')) {
        const amount = amountKinds.find((kind) => `#${kind}` === choice);
        if (amount === undefined) throw new Error(`amount ${choice} in "${source}"`);
        amounts.push(amount);
        return [];
      }
      if (!choice.startsWith('@')) return [choice];
      const list = lexicon[choice.slice(1)];
      if (list === undefined) throw new Error(`word list ${choice} in "${source}"`);
      return list;
    });
    if (words.some((word) => word === '')) throw new Error(`empty word in "${source}"`);
    elements.push({ ...base, words, amounts });
  }
  if (elements.length === 0) throw new Error(`empty pattern "${source}"`);
  return elements;
}

/** Where the words of every element stand in a text, in order. */
export type Occurrences = ReadonlyMap<string, readonly Span[]>;

/** First index in spans whose start is at least `position`. */
function firstFrom(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of the ends reached the nearest, read to the end of its longest word: 越级上访 and not 越级. */
function nearestWhole(reached: ReadonlySet<number>, spans: readonly Span[]): number {
  const nearest = Math.min(...reached);
  let whole = nearest;
  let start: number | undefined;
  for (let at = firstFrom(spans, nearest - longestWord); at < spans.length; at += 1) {
    const span = spans[at];
    if (span === undefined || span.start >= nearest) break;
    if (span.end === nearest) start ??= span.start;
    if (span.start === start && reached.has(span.end)) whole = Math.max(whole, span.end);
  }
  return whole;
}

/**
 * All places where a pattern is met inside [range.start, range.end), shortest reading of each first element.
 * `most`: how many places are enough. `virtualStart`: the first element counts as said just before the range (items below 严禁下列行为：).
 */
export function findPattern(
  pattern: Pattern,
  text: string,
  occurrences: Occurrences,
  range: Span,
  virtualStart = false,
  most = Number.POSITIVE_INFINITY,
): Span[] {
  const found: Span[] = [];
  const spansOf = (element: Element): readonly Span[] => {
    if (element.edge === 'start') return [{ start: range.start, end: range.start }];
    if (element.edge === 'end') return [{ start: range.end, end: range.end }];
    return occurrences.get(element.key) ?? [];
  };
  const follow = (start: number, end: number, from: number): number | undefined => {
    let ends = [end];
    for (let index = from; index < pattern.length; index += 1) {
      const element = pattern[index];
      if (element === undefined) break;
      const spans = spansOf(element);
      const reached = new Set<number>();
      for (const position of ends) {
        if (element.optional) reached.add(position);
        for (let at = firstFrom(spans, position); at < spans.length; at += 1) {
          const span = spans[at];
          if (span === undefined || span.start - position > element.gap || span.end > range.end) break;
          if (span.start > position && turning.test(text.slice(position, span.start))) break;
          reached.add(span.end);
        }
      }
      if (reached.size === 0) return undefined;
      if (index === pattern.length - 1) return nearestWhole(reached, spans);
      ends = [...reached].sort((left, right) => left - right).slice(0, 8);
    }
    return ends[0] === undefined || ends[0] < start ? undefined : ends[0];
  };
  const first = pattern[0];
  if (first === undefined) return found;
  if (virtualStart && pattern.length > 1) {
    const end = follow(range.start, range.start, 1);
    if (end !== undefined) found.push({ start: range.start, end });
  }
  const spans = spansOf(first);
  for (let at = firstFrom(spans, range.start); at < spans.length; at += 1) {
    const span = spans[at];
    if (span === undefined || span.start >= range.end) {
      if (first.edge !== 'end') break;
    }
    if (span === undefined || span.end > range.end) continue;
    const end = follow(span.start, span.end, 1);
    if (end !== undefined && end > span.start) found.push({ start: span.start, end });
    if (found.length >= most) break;
  }
  return found;
}
