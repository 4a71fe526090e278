import { kindClasses } from './markClasses.ts';
import type { Mark } from './markedPieces.ts';
import type { NoteLayout } from './useNoteLayout.ts';

/** The lines from the phrases to their notes; the open one is thicker. */
export function NoteLines({ layout, marks, openId }: { layout: NoteLayout; marks: readonly Mark[]; openId: string | undefined }) {
  const kinds = new Map(marks.map(({ id, kind }) => [id, kind]));
  return (
    <svg className="rv-lines" aria-hidden="true">
      {layout.lines.map(({ id, fromX, fromY, elbowX, toY }) => (
        <path
          key={id}
          className={`${kindClasses[kinds.get(id) ?? 'advice']}${id === openId ? ' on' : ''}`}
          d={`M${fromX} ${fromY}H${elbowX}V${toY}H${layout.noteLeft}`}
        />
      ))}
    </svg>
  );
}
