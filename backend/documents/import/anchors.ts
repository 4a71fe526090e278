/**
 * Marks inside the lines of a document where something stands that is no text: r a revision, s and e the two ends of a
 * commented stretch, c the reference of a comment. They are built of noncharacters, which no document holds.
 */
export type AnchorKind = 'r' | 's' | 'e' | 'c';

const pattern = /\uFDD0([rsec])([^\uFDD1]*)\uFDD1/gu;

/** The mark for a thing with an id. */
export function anchor(kind: AnchorKind, id: string): string {
  return `\uFDD0${kind}${id.replace(/[\uFDD0\uFDD1]/gu, '')}\uFDD1`;
}

/** The text of a document as it may stand between marks. */
export function withoutNoncharacters(text: string): string {
  return /[\uFDD0\uFDD1]/u.test(text) ? text.replace(/[\uFDD0\uFDD1]/gu, '') : text;
}

/** Only the words. */
export function withoutAnchors(text: string): string {
  return text.includes('\uFDD0') ? text.replace(pattern, '') : text;
}

/** Only the marks. */
export function anchorsIn(text: string): string {
  return text.includes('\uFDD0') ? (text.match(pattern) ?? []).join('') : '';
}

type Place = { /** 0-based */ line: number; /** words between the two ends of the stretch, at most some hundred */ quote: string };

const longestQuote = 200;
/** Stretches that are open at once; more come from no person. */
const mostOpen = 50;

/** Takes the marks out of the lines. `places` says where each stood, under its kind and id: r0, c3. */
export function readAnchors(marked: readonly string[]): { lines: string[]; places: Map<string, Place> } {
  const places = new Map<string, Place>();
  const open = new Map<string, Place>();
  const quote = (words: string) => {
    for (const place of open.values()) if (place.quote.length < longestQuote) place.quote += words.slice(0, longestQuote);
    return words;
  };
  const lines = marked.map((text, line) => {
    let at = 0;
    const pass = (end: number) => quote(text.slice(at, end));
    let kept = '';
    for (const match of text.matchAll(pattern)) {
      kept += pass(match.index);
      at = match.index + match[0].length;
      const [, kind, id = ''] = match;
      if (kind === 's' && open.size < mostOpen) open.set(id, { line, quote: '' });
      else if (kind === 'e') {
        const place = open.get(id);
        if (place !== undefined) places.set(`s${id}`, place);
        open.delete(id);
      } else places.set(`${kind}${id}`, { line, quote: '' });
    }
    kept += pass(text.length);
    quote('\n');
    return kept;
  });
  return { lines, places };
}
