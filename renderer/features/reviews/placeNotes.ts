/** Where a phrase ends on the screen and how high its note is, in px from the top left of the desk. */
export type AnchoredNote = { id: string; anchorX: number; anchorY: number; height: number };

export type PlacedNote = { id: string; top: number };

/** From the phrase to the left edge of the note: along `fromY` to `elbowX`, down to `toY`, along to the note. In px. */
export type Elbow = { id: string; fromX: number; fromY: number; elbowX: number; toY: number };

/** The line meets a note this far below its top: at its first row of text. */
export const noteHead = 22;
const noteGap = 10;

function inReadingOrder(notes: readonly AnchoredNote[]): AnchoredNote[] {
  return [...notes].sort((left, right) => left.anchorY - right.anchorY || left.anchorX - right.anchorX);
}

/** Every note level with its phrase, or as far below as the notes above it need; none stands above `start`. */
export function placeNotes(notes: readonly AnchoredNote[], start: number): PlacedNote[] {
  let free = start;
  return inReadingOrder(notes).map(({ id, anchorY, height }) => {
    const top = Math.max(anchorY - noteHead, free);
    free = top + height + noteGap;
    return { id, top };
  });
}

/**
 * Lines from phrases to notes that never cross. Notes stand in the order of their phrases and never above them, so a line
 * only has to stay left of the lines above that it still runs beside: each elbow steps left of the ones before it.
 * `left` and `right` bound the gutter in px.
 */
export function elbowLines(
  notes: readonly AnchoredNote[],
  placed: readonly PlacedNote[],
  left: number,
  right: number,
): Elbow[] {
  const tops = new Map(placed.map(({ id, top }) => [id, top]));
  const lines: Elbow[] = [];
  let chain: Elbow[] = [];
  const finishChain = () => {
    const step = Math.min(9, (right - left) / (chain.length + 1));
    chain.forEach((line, order) => {
      line.elbowX = right - step * (order + 1);
    });
    lines.push(...chain);
    chain = [];
  };
  let lowest = -Infinity;
  for (const { id, anchorX, anchorY } of inReadingOrder(notes)) {
    const top = tops.get(id);
    if (top === undefined) continue;
    // Two phrases that end in one line of text would otherwise draw one line over the other.
    const level = chain.filter((line) => Math.abs(line.fromY - anchorY) < 12).length * 3;
    const line: Elbow = { id, fromX: anchorX, fromY: anchorY + level, elbowX: right, toY: Math.max(top + noteHead, anchorY + level) };
    if (line.fromY > lowest) finishChain();
    lowest = Math.max(lowest, line.toY);
    chain.push(line);
  }
  finishChain();
  return lines;
}
