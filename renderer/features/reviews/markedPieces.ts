import type { AnnotationKind } from '#core/review/review.ts';
import type { ArticleChange } from './articleChanges.ts';

/** A place in an article's text that carries an annotation; `number` is what its flag shows. Offsets are UTF-16. */
export type Mark = { id: string; number: number; kind: AnnotationKind; from: number; to: number };

/**
 * A stretch of a line: the annotations that cover it, the gravest first, those whose flags stand behind it, whether it is
 * new since the round before, and the words that stood before it then.
 */
export type Piece = { from: number; to: number; covering: Mark[]; ending: Mark[]; isInserted: boolean; removed: string };

type Changes = Pick<ArticleChange, 'inserted' | 'removed'>;

const unchanged: Changes = { inserted: [], removed: [] };
const gravity: Record<AnnotationKind, number> = { unlawful: 0, mustChange: 1, advice: 2, wording: 3 };

/**
 * Cuts a line at every end of a mark or a change, so that each piece is drawn in one way. A mark that goes on in another
 * line has its flag where it ends; a mark on the whole article (from = to = 0) covers nothing and is not drawn here.
 * Words that are gone from the end of the line stand before an empty last piece.
 */
export function markedPieces(from: number, to: number, marks: readonly Mark[], { inserted, removed }: Changes = unchanged): Piece[] {
  const inside = marks.filter((mark) => mark.from < mark.to && mark.from < to && mark.to > from);
  const removedAt = (offset: number) =>
    removed
      .filter(({ at }) => at === offset)
      .map(({ text }) => text)
      .join('');
  const cuts = [
    from,
    to,
    ...[...inside, ...inserted].flatMap((range) => [range.from, range.to]),
    ...removed.map(({ at }) => at),
  ].filter((offset) => offset >= from && offset <= to);
  const edges = [...new Set(cuts)].sort((left, right) => left - right);
  const pieces = edges.slice(0, -1).map((start, index): Piece => {
    const end = edges[index + 1] ?? to;
    return {
      from: start,
      to: end,
      covering: inside
        .filter((mark) => mark.from <= start && mark.to >= end)
        .sort((left, right) => gravity[left.kind] - gravity[right.kind] || left.number - right.number),
      ending: inside.filter((mark) => mark.to === end).sort((left, right) => left.number - right.number),
      isInserted: inserted.some((range) => range.from <= start && range.to >= end),
      removed: removedAt(start),
    };
  });
  const last = removedAt(to);
  if (last !== '') pieces.push({ from: to, to, covering: [], ending: [], isInserted: false, removed: last });
  return pieces;
}
