import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elbowLines, noteHead, placeNotes, type AnchoredNote, type Elbow } from './placeNotes.ts';

const note = (id: string, anchorY: number, height = 100, anchorX = 200): AnchoredNote => ({ id, anchorX, anchorY, height });
const gutter = { left: 700, right: 744 };
const noteLeft = 744;

type Segment = { x1: number; y1: number; x2: number; y2: number };
const segmentsOf = ({ fromX, fromY, elbowX, toY }: Elbow): Segment[] => [
  { x1: fromX, y1: fromY, x2: elbowX, y2: fromY },
  { x1: elbowX, y1: fromY, x2: elbowX, y2: toY },
  { x1: elbowX, y1: toY, x2: noteLeft, y2: toY },
];
/** Whether a level and an upright segment cross at a point that is an end of neither. */
function isCrossing(one: Segment, other: Segment): boolean {
  const [level, upright] = one.y1 === one.y2 ? [one, other] : [other, one];
  if (level.y1 !== level.y2 || upright.x1 !== upright.x2) return false;
  return (
    upright.x1 > level.x1 && upright.x1 < level.x2 && level.y1 > Math.min(upright.y1, upright.y2) && level.y1 < Math.max(upright.y1, upright.y2)
  );
}

const notesOf = fc.array(
  fc.record({ anchorX: fc.integer({ min: 100, max: 690 }), line: fc.nat(40), height: fc.integer({ min: 40, max: 260 }) }),
  { maxLength: 25 },
);

describe('notes beside the text', () => {
  it('stand level with their phrases where there is room', () => {
    expect(placeNotes([note('a', 100), note('b', 400)], 0)).toEqual([
      { id: 'a', top: 100 - noteHead },
      { id: 'b', top: 400 - noteHead },
    ]);
  });

  it('are pushed down by the one above, in the order of their phrases', () => {
    expect(placeNotes([note('b', 120, 50), note('a', 100, 50), note('c', 130, 50)], 0)).toEqual([
      { id: 'a', top: 78 },
      { id: 'b', top: 138 },
      { id: 'c', top: 198 },
    ]);
  });

  it('never start above the given line', () => {
    expect(placeNotes([note('a', 10)], 60)).toEqual([{ id: 'a', top: 60 }]);
  });

  it('never cover one another and never stand above their phrase', () => {
    fc.assert(
      fc.property(notesOf, (raw) => {
        const notes = raw.map(({ anchorX, line, height }, index) => note(String(index), line * 33, height, anchorX));
        const placed = placeNotes(notes, 0);
        const heights = new Map(notes.map(({ id, height }) => [id, height]));
        const covering = placed.filter(({ id, top }, index) => (placed[index + 1]?.top ?? Infinity) < top + (heights.get(id) ?? 0));
        expect(covering).toEqual([]);
        const levels = new Map(notes.map(({ id, anchorY }) => [id, anchorY]));
        expect(placed.filter(({ id, top }) => top < (levels.get(id) ?? 0) - noteHead)).toEqual([]);
      }),
      { seed: 20261124 },
    );
  });
});

describe('lines from phrases to notes', () => {
  it('turn at the right of the gutter when they are alone', () => {
    const notes = [note('a', 100), note('b', 400)];
    const lines = elbowLines(notes, placeNotes(notes, 0), gutter.left, gutter.right);
    expect(lines.map((line) => line.elbowX)).toEqual([735, 735]);
  });

  it('step left beside one another', () => {
    const notes = [note('a', 100, 200), note('b', 133, 100), note('c', 166, 100)];
    const lines = elbowLines(notes, placeNotes(notes, 300), gutter.left, gutter.right);
    expect(lines.map((line) => line.elbowX)).toEqual([735, 726, 717]);
  });

  it('never cross, however many there are, and stay in the gutter', () => {
    fc.assert(
      fc.property(notesOf, (raw) => {
        const notes = raw.map(({ anchorX, line, height }, index) => note(String(index), line * 33, height, anchorX));
        const lines = elbowLines(notes, placeNotes(notes, 0), gutter.left, gutter.right);
        expect(lines).toHaveLength(notes.length);
        for (const line of lines) {
          expect(line.elbowX).toBeGreaterThan(gutter.left);
          expect(line.elbowX).toBeLessThan(gutter.right);
        }
        const crossings = lines.flatMap((line, index) =>
          lines.slice(index + 1).flatMap((other) => segmentsOf(line).filter((one) => segmentsOf(other).some((two) => isCrossing(one, two)))),
        );
        expect(crossings).toEqual([]);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
