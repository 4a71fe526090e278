import * as fc from 'fast-check';
import { undo } from '@tiptap/pm/history';
import { describe, expect, it } from 'vitest';
import { article, draft, run, stateOf } from '#renderer/editor/commands/textBench.ts';
import { arbitraryDocument } from '#renderer/editor/schema/arbitraryDocument.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';
import { replaceDocument } from '#renderer/features/conventions/workspace/saving/replaceDocument.ts';

describe('replaceDocument', () => {
  it('leads from any text to any other in one step, and back in one', () => {
    fc.assert(
      fc.property(arbitraryDocument(), arbitraryDocument(), (from, to) => {
        const state = stateOf(from);
        const replaced = state.apply(replaceDocument(state, to));
        expect(toDocument(replaced.doc)).toEqual(to);
        expect(toDocument(run(replaced, undo).doc)).toEqual(from);
      }),
      { seed: 20_261_124, numRuns: 100 },
    );
  });

  it('leaves the parts alone that are the same', () => {
    const state = stateOf(draft(article('a1', '甲'), article('a2', '乙|'), article('a3', '丙')));
    const replaced = state.apply(replaceDocument(state, draft(article('a1', '甲'), article('a2', '乙改'), article('a3', '丙'))));
    expect(replaced.doc.child(1)).toBe(state.doc.child(1));
    expect(replaced.doc.child(3)).toBe(state.doc.child(3));
  });
});
