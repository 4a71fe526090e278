import type { ConventionDocument } from '#core/document/document.ts';
import { textBlocks } from '#core/document/suggestions/textBlocks.ts';

/** A suggestion that is still to be decided, with its words in the order of the text. */
export type OpenSuggestion = {
  id: string;
  inserted: string;
  deleted: string;
  /** the innermost article, section or chapter that it begins in */
  partId: string | null;
};

/** The suggestions whose marks stand in a document, in the order of the text. A reference in them reads as 第…条. */
export function openSuggestions(document: ConventionDocument): OpenSuggestion[] {
  const found = new Map<string, OpenSuggestion>();
  for (const { content, partId } of textBlocks(document)) {
    const here = new Set<string>();
    for (const inline of content) {
      for (const mark of inline.marks ?? []) {
        if (mark.type === 'bold') continue;
        const { id } = mark.attrs;
        const entry = found.get(id) ?? { id, inserted: '', deleted: '', partId: partId ?? null };
        const side = mark.type === 'insertion' ? 'inserted' : 'deleted';
        const gap = here.has(`${side}${id}`) || entry[side] === '' ? '' : '\n';
        here.add(`${side}${id}`);
        entry[side] += `${gap}${inline.type === 'text' ? inline.text : '第…条'}`;
        found.set(id, entry);
      }
    }
  }
  return [...found.values()];
}
