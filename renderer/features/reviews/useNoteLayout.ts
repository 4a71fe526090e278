import { useLayoutEffect, useState, type RefObject } from 'react';
import { elbowLines, placeNotes, type AnchoredNote, type Elbow } from './placeNotes.ts';

export type NoteLayout = { tops: Record<string, number>; lines: Elbow[]; height: number; noteLeft: number };

const empty: NoteLayout = { tops: {}, lines: [], height: 0, noteLeft: 0 };

function measure(desk: HTMLElement, ids: readonly string[]): NoteLayout {
  const box = desk.getBoundingClientRect();
  const sheet = desk.querySelector('.sheet')?.getBoundingClientRect();
  if (sheet === undefined) return empty;
  const notes: AnchoredNote[] = [];
  let noteLeft = box.width;
  for (const id of ids) {
    const flag = desk.querySelector(`[data-flag="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    const note = desk.querySelector(`[data-note="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    if (flag === undefined || note === undefined) continue;
    noteLeft = Math.min(noteLeft, note.left - box.left);
    notes.push({ id, anchorX: flag.right - box.left, anchorY: flag.bottom - box.top + 2, height: note.height });
  }
  const placed = placeNotes(notes, sheet.top - box.top);
  const heights = new Map(notes.map(({ id, height }) => [id, height]));
  const bottoms = placed.map(({ id, top }) => top + (heights.get(id) ?? 0));
  return {
    tops: Object.fromEntries(placed.map(({ id, top }) => [id, Math.round(top)])),
    lines: elbowLines(notes, placed, sheet.right - box.left, noteLeft),
    height: Math.round(Math.max(0, ...bottoms)),
    noteLeft: Math.round(noteLeft),
  };
}

/**
 * Where the notes beside a text stand and how the lines to them run, measured again whenever the text, a note or the
 * window changes its size. `key` changes with what is shown.
 */
export function useNoteLayout(desk: RefObject<HTMLElement | null>, ids: readonly string[], key: string): NoteLayout {
  const [layout, setLayout] = useState<NoteLayout>(empty);
  useLayoutEffect(() => {
    const element = desk.current;
    if (element === null) return undefined;
    const update = () => {
      const next = measure(element, ids);
      setLayout((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    for (const part of element.querySelectorAll('.sheet, [data-note]')) observer.observe(part);
    return () => {
      observer.disconnect();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for `ids` and everything else that is drawn
  }, [desk, key]);
  return layout;
}
