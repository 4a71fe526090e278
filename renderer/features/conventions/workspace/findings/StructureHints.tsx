import type { Editor } from '@tiptap/react';
import { useMemo } from 'react';
import { checkStructure } from '#core/document/checkStructure.ts';
import { selectRange } from '../selectRange.ts';
import type { EditorSnapshot } from '../useEditorSnapshot.ts';
import { structureRange } from './structureRange.ts';
import { structureText } from './structureText.ts';

/** What to look at before the text is sent for review, whatever the rules say: empty or repeated articles, blanks, old dates. */
export function StructureHints({ editor, snapshot }: { editor: Editor; snapshot: EditorSnapshot }) {
  const faults = useMemo(() => checkStructure(snapshot.document), [snapshot.document]);
  if (faults.length === 0) return null;
  return (
    <section aria-label="送审前要核对的地方">
      <h3 className="structure">送审前要核对的地方 {faults.length}</h3>
      <ul className="structure">
        {faults.map((fault, index) => {
          const { place, text } = structureText(fault, snapshot.numbering.labels);
          return (
            <li key={index}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  const range = structureRange(editor.state, fault);
                  if (range !== undefined) selectRange(editor, range);
                }}
              >
                {place}
              </button>{' '}
              {text}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
