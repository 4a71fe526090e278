import type { InlineChange } from '#core/comparison/comparison.ts';

export type ExcerptPiece = InlineChange | { kind: 'gap'; text: string };

/** Unchanged words kept on either side of a change, in UTF-16 units. */
const context = 24;
/** A stretch that is not worth a gap: the dots and the button would be as long. */
const smallest = 2 * context + 20;
const pauses = /[。；：，、？！\n]/u;

/** From a pause between two words, where there is one near; never inside a character of two units. */
function startOfTail(text: string, earliest: number): number {
  for (let at = earliest; at < text.length - context / 2; at += 1) if (pauses.test(text.charAt(at))) return at + 1;
  return /[\uDC00-\uDFFF]/u.test(text.charAt(earliest)) ? earliest + 1 : earliest;
}

function endOfHead(text: string, latest: number): number {
  for (let at = latest; at > context / 2; at -= 1) if (pauses.test(text.charAt(at - 1))) return at;
  return /[\uDC00-\uDFFF]/u.test(text.charAt(latest)) ? latest - 1 : latest;
}

/** The changes with some words before and after each; longer unchanged stretches become gaps that hold what they leave out. */
export function excerptChanges(changes: readonly InlineChange[]): ExcerptPiece[] {
  return changes.flatMap((change, index): ExcerptPiece[] => {
    const { text } = change;
    if (change.kind !== 'equal' || text.length <= smallest) return [change];
    const head = index === 0 ? 0 : endOfHead(text, context);
    const tail = index === changes.length - 1 ? text.length : startOfTail(text, text.length - context);
    const pieces: ExcerptPiece[] = [
      { kind: 'equal', text: text.slice(0, head) },
      { kind: 'gap', text: text.slice(head, tail) },
      { kind: 'equal', text: text.slice(tail) },
    ];
    return pieces.filter((piece) => piece.text !== '');
  });
}
