/**
 * Marks inside the lines of a document where something stands that is no text: r a revision, i and j the two ends of a
 * revision's words that the lines hold, d the words of a revision that they do not hold (its id, a colon, the words),
 * s and e the two ends of a commented stretch, c the reference of a comment. They are built of noncharacters, which no document holds.
 */
export type AnchorKind = 'r' | 'i' | 'j' | 'd' | 's' | 'e' | 'c';

const pattern = /\uFDD0([rijdsec])([^\uFDD1]*)\uFDD1/gu;
/** A line end inside a mark: lines are cut at real ones. */
const lineEnd = '\uFDD2';

/** The mark for a thing with an id. */
export function anchor(kind: AnchorKind, id: string): string {
  return `\uFDD0${kind}${withoutNoncharacters(id).replaceAll('\n', lineEnd)}\uFDD1`;
}

/** The text of a document as it may stand between marks. */
export function withoutNoncharacters(text: string): string {
  return /[\uFDD0-\uFDD2]/u.test(text) ? text.replace(/[\uFDD0-\uFDD2]/gu, '') : text;
}

/** Only the words. */
export function withoutAnchors(text: string): string {
  return text.includes('\uFDD0') ? text.replace(pattern, '') : text;
}

/** Only the marks of places, without those around words. */
export function anchorsIn(text: string): string {
  return text.includes('\uFDD0') ? (text.match(pattern) ?? []).filter((mark) => !/^\uFDD0[ijd]/u.test(mark)).join('') : '';
}

type Place = {
  /** 0-based */
  line: number;
  /** UTF-16 offset in the lines joined by line ends */
  at: number;
  /** words between the two ends of the stretch, at most some hundred */
  quote: string;
};

/**
 * Words of a revision, by its id, in reading order; offsets in UTF-16 units of the lines joined by line ends.
 * present: what the lines hold. absent: what they leave out, a line end for the end of a paragraph; `within`: the revision
 * whose words they stood among.
 */
export type AnchoredPiece =
  | { id: string; kind: 'present'; from: number; to: number }
  | { id: string; kind: 'absent'; at: number; text: string; within: string | undefined };

const longestQuote = 200;
/** Stretches that are open at once; more come from no person. */
const mostOpen = 50;

/** Takes the marks out of the lines. `places` says where each stood, under its kind and id: r0, c3. */
export function readAnchors(marked: readonly string[]): { lines: string[]; places: Map<string, Place>; pieces: AnchoredPiece[] } {
  const places = new Map<string, Place>();
  const pieces: AnchoredPiece[] = [];
  const open = new Map<string, Place>();
  const openPieces: { id: string; from: number }[] = [];
  const quote = (words: string) => {
    for (const place of open.values()) if (place.quote.length < longestQuote) place.quote += words.slice(0, longestQuote);
    return words;
  };
  let before = 0;
  const lines = marked.map((text, line) => {
    let at = 0;
    const pass = (end: number) => quote(text.slice(at, end));
    let kept = '';
    for (const match of text.matchAll(pattern)) {
      kept += pass(match.index);
      at = match.index + match[0].length;
      const [, kind, id = ''] = match;
      const offset = before + kept.length;
      if (kind === 's' && open.size < mostOpen) open.set(id, { line, at: offset, quote: '' });
      else if (kind === 'e') {
        const place = open.get(id);
        if (place !== undefined) places.set(`s${id}`, place);
        open.delete(id);
      } else if (kind === 'i') openPieces.push({ id, from: offset });
      else if (kind === 'j') {
        const piece = openPieces.pop();
        if (piece !== undefined) pieces.push({ ...piece, kind: 'present', to: offset });
      } else if (kind === 'd') {
        const colon = id.indexOf(':');
        const words = id.slice(colon + 1).replaceAll(lineEnd, '\n');
        pieces.push({ id: id.slice(0, colon), kind: 'absent', at: offset, text: words, within: openPieces.at(-1)?.id });
      } else places.set(`${kind}${id}`, { line, at: offset, quote: '' });
    }
    kept += pass(text.length);
    quote('\n');
    before += kept.length + 1;
    return kept;
  });
  return { lines, places, pieces };
}
