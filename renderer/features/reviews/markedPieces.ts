import type { AnnotationKind } from '#core/review/review.ts';

/** A place in an article's text that carries an annotation; `number` is what its flag shows. Offsets are UTF-16. */
export type Mark = { id: string; number: number; kind: AnnotationKind; from: number; to: number };

/** A stretch of a line: the annotations that cover it, the gravest first, and those whose flags stand behind it. */
export type Piece = { from: number; to: number; covering: Mark[]; ending: Mark[] };

const gravity: Record<AnnotationKind, number> = { unlawful: 0, mustChange: 1, advice: 2, wording: 3 };

/**
 * Cuts a line at every end of a mark, so that each piece is drawn in one way. A mark that goes on in another line has its
 * flag where it ends; a mark on the whole article (from = to = 0) covers nothing and is not drawn here.
 */
export function markedPieces(from: number, to: number, marks: readonly Mark[]): Piece[] {
  const inside = marks.filter((mark) => mark.from < mark.to && mark.from < to && mark.to > from);
  const cuts = new Set([from, to]);
  for (const mark of inside) {
    cuts.add(Math.max(from, mark.from));
    cuts.add(Math.min(to, mark.to));
  }
  const edges = [...cuts].sort((left, right) => left - right);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? to;
    return {
      from: start,
      to: end,
      covering: inside
        .filter((mark) => mark.from <= start && mark.to >= end)
        .sort((left, right) => gravity[left.kind] - gravity[right.kind] || left.number - right.number),
      ending: inside.filter((mark) => mark.to === end).sort((left, right) => left.number - right.number),
    };
  });
}
