import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { decideSuggestions, type SuggestionDecision } from '#core/document/suggestions/decideSuggestions.ts';
import { toDocument } from '#renderer/editor/schema/toDocument.ts';

/** One undoable step that accepts or rejects suggestions, all where no ids are given; only what they change is touched. */
export function decideSuggestionsStep(state: EditorState, decision: SuggestionDecision, ids?: ReadonlySet<string>): Transaction {
  const transaction = closeHistory(state.tr);
  const target = state.schema.nodeFromJSON(decideSuggestions(toDocument(state.doc), decision, ids));
  const start = state.doc.content.findDiffStart(target.content);
  const end = state.doc.content.findDiffEnd(target.content);
  if (start === null || end === null) return transaction;
  // Equal words on both sides of a change may be counted twice.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return transaction.replace(start, end.a + overlap, target.slice(start, end.b + overlap));
}
