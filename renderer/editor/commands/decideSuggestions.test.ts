import { EditorState } from '@tiptap/pm/state';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '#core/document/arbitraryDocument.ts';
import { decideSuggestions, type SuggestionDecision } from '#core/document/suggestions/decideSuggestions.ts';
import { openSuggestions } from '#core/document/suggestions/openSuggestions.ts';
import { decideSuggestionsStep } from '#renderer/editor/commands/decideSuggestions.ts';
import { conventionSchema } from '#renderer/editor/schema/conventionSchema.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';

describe('deciding suggestions in the editor', () => {
  it('gives the text that core gives, for one suggestion and for all', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.constantFrom<SuggestionDecision>('accept', 'reject'), fc.boolean(), (document, decision, isOne) => {
        const first = openSuggestions(document)[0]?.id;
        const ids = isOne && first !== undefined ? new Set([first]) : undefined;
        const state = EditorState.create({ doc: conventionSchema.nodeFromJSON(document) });
        const after = state.apply(decideSuggestionsStep(state, decision, ids));
        expect(toDocument(after.doc)).toEqual(toDocument(conventionSchema.nodeFromJSON(decideSuggestions(document, decision, ids))));
      }),
      { seed: 20261125, numRuns: 150 },
    );
  });
});
