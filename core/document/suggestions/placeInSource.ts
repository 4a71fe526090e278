import { zeroWidth } from '#core/document/articleText.ts';
import type { ParsedConvention } from '#core/document/parseConvention.ts';
import { textBlocks, type TextBlock } from '#core/document/suggestions/textBlocks.ts';

/** A character (a UTF-16 unit) of a block's text, or a reference, and the stretch of the source that it was read from; from -1 where that is not known. */
type PlacedUnit = { from: number; to: number };

export type PlacedBlock = TextBlock & {
  /** one for each UTF-16 unit of text and one for each reference, in order */
  units: readonly PlacedUnit[];
};

type Parsed = Pick<ParsedConvention, 'document' | 'sourceLines' | 'headingLines'>;

/** A mention of another article is printed in so few characters: 本公约第二十一条第三款. */
const longestMention = 24;
/** Words shorter than this are not looked for in pieces. */
const shortestPiece = 4;
/** Of words that stand in a text more often than this, no place is the right one. */
const mostTries = 50;

const unseen = new RegExp(String.raw`\s|${zeroWidth.source}`, 'u');

/** The source without what no reader sees: the parser drops and adds white space as it joins lines. */
type Visible = { text: string; /** index in text → UTF-16 offset in the source */ offsets: readonly number[] };

function visibleOf(source: string): Visible {
  const offsets: number[] = [];
  let text = '';
  for (let at = 0; at < source.length; at += 1) {
    const unit = source.charAt(at);
    if (unseen.test(unit)) continue;
    offsets.push(at);
    text += unit;
  }
  return { text, offsets };
}

/** A stretch of the visible characters. */
type Stretch = { from: number; to: number };

/** Where each line of the source begins among its visible characters, and where the last one ends. */
function lineStarts(source: string, visible: Visible): number[] {
  const starts: number[] = [];
  let index = 0;
  let offset = 0;
  for (const line of source.split(/(?<=\r\n|[\n\v\f\u0085\u2028\u2029]|\r(?!\n))/u)) {
    while ((visible.offsets[index] ?? Number.POSITIVE_INFINITY) < offset) index += 1;
    starts.push(index);
    offset += line.length;
  }
  starts.push(visible.text.length);
  return starts;
}

/** Finds words in a stretch, whole where they stand together, else in halves in the same order. Answers the index of each character, -1 where there is none. */
function locate(words: string, text: string, { from, to }: Stretch): number[] {
  const found = text.indexOf(words, from);
  if (found !== -1 && found + words.length <= to) return Array.from({ length: words.length }, (_value, index) => found + index);
  if (words.length <= shortestPiece) return Array.from({ length: words.length }, () => -1);
  const half = words.length >> 1;
  const first = locate(words.slice(0, half), text, { from, to });
  const end = Math.max(from, ...first.map((index) => index + 1));
  return [...first, ...locate(words.slice(half), text, { from: end, to })];
}

type Found = { units: PlacedUnit[]; indexes: number[]; isWhole: boolean };

function find(block: TextBlock, visible: Visible, stretch: Stretch): Found {
  const units: PlacedUnit[] = [];
  const indexes: number[] = [];
  let cursor = stretch.from;
  let isWhole = true;
  let mention: PlacedUnit | undefined;
  for (const inline of block.content) {
    if (inline.type === 'articleReference') {
      mention = { from: -1, to: -1 };
      units.push(mention);
      continue;
    }
    const characters = inline.text.split('');
    const words = characters.filter((unit) => !unseen.test(unit)).join('');
    const places = locate(words, visible.text, { from: cursor, to: stretch.to });
    const first = places.find((place) => place !== -1);
    if (mention !== undefined && first !== undefined && indexes.length > 0 && first > cursor && first - cursor <= longestMention) {
      mention.from = visible.offsets[cursor] ?? -1;
      mention.to = (visible.offsets[first - 1] ?? -2) + 1;
    }
    mention = undefined;
    let next = 0;
    for (const unit of characters) {
      const index = unseen.test(unit) ? -1 : (places[next++] ?? -1);
      const from = visible.offsets[index] ?? -1;
      units.push(from === -1 ? { from: -1, to: -1 } : { from, to: from + 1 });
      if (index !== -1) {
        indexes.push(index);
        cursor = index + 1;
      } else if (!unseen.test(unit)) isWhole = false;
    }
  }
  return { units, indexes, isWhole: isWhole && indexes.length > 0 };
}

/**
 * Says for every character of a parsed document where it stands in the source. The parser drops numbers, page furniture and white
 * space and joins lines, and never changes words: so the words of each block are looked for in the lines that its part was read
 * from, in order, and a reference is what stands between the words around it.
 */
export function placeInSource(parsed: Parsed, source: string): PlacedBlock[] {
  const visible = visibleOf(source);
  const starts = lineStarts(source, visible);
  const end = visible.text.length;
  const lines = (from: number, to: number): Stretch => ({ from: starts[from] ?? 0, to: starts[to + 1] ?? end });
  const stretchOf = ({ partId, type }: TextBlock): Stretch => {
    const ofArticle = parsed.sourceLines.get(partId ?? '');
    if (ofArticle !== undefined) return lines(ofArticle.from, ofArticle.to);
    const heading = parsed.headingLines.get(partId ?? '');
    if (heading === undefined) return { from: 0, to: end };
    return type === 'heading' ? lines(heading, heading + 1) : { from: starts[heading] ?? 0, to: end };
  };
  const taken = new Uint8Array(end);
  let at = 0;

  /** In order first; then anywhere among what is not taken, since the closing may stand behind the annexes; in pieces at last. */
  const place = (block: TextBlock): PlacedUnit[] | undefined => {
    const stretch = stretchOf(block);
    const isFree = ({ indexes }: Found) => indexes.every((index) => taken[index] === 0);
    const accept = (found: Found): PlacedUnit[] => {
      for (const index of found.indexes) taken[index] = 1;
      at = (found.indexes.at(-1) ?? at - 1) + 1;
      return found.units;
    };
    const ahead = { from: Math.max(stretch.from, Math.min(at, stretch.to)), to: stretch.to };
    const next = find(block, visible, ahead);
    if (next.isWhole && isFree(next)) return accept(next);
    let from = stretch.from;
    for (let tries = 0; tries < mostTries && from < stretch.to; tries += 1) {
      const found = find(block, visible, { from, to: stretch.to });
      if (!found.isWhole) break;
      if (isFree(found)) return accept(found);
      from = (found.indexes[0] ?? from) + 1;
    }
    return isFree(next) && next.indexes.length > 0 ? accept(next) : undefined;
  };

  return textBlocks(parsed.document).map((block) => ({ ...block, units: place(block) ?? unknownUnits(block) }));
}

function unknownUnits(block: TextBlock): PlacedUnit[] {
  return block.content.flatMap((inline) =>
    Array.from({ length: inline.type === 'text' ? inline.text.length : 1 }, () => ({ from: -1, to: -1 })),
  );
}
