import { z } from 'zod';
import type { DocumentComparison } from '#core/comparison/comparison.ts';

const count = z.number().int().min(0);

export const changeMeasureSchema = z.strictObject({
  inserted: count,
  deleted: count,
  /** reworded where they stand, or moved and reworded */
  edited: count,
  moved: count,
  split: count,
  merged: count,
  /** title, preamble, headings, closing, annexes */
  parts: count,
  /** characters that are no white space; of a split or merge only the words that differ */
  charactersAdded: count,
  charactersRemoved: count,
});
export type ChangeMeasure = z.infer<typeof changeMeasureSchema>;

function charactersIn(text: string): number {
  let found = 0;
  for (const character of text) if (!/\s/u.test(character)) found += 1;
  return found;
}

/** How much changed: articles per operation, parts, and characters added and taken out. An article moved and reworded counts as both. */
export function measureChanges({ rows, parts, counts }: DocumentComparison): ChangeMeasure {
  let charactersAdded = 0;
  let charactersRemoved = 0;
  const weigh = (changes: DocumentComparison['rows'][number]['changes'], removed: string, added: string) => {
    if (changes === undefined) {
      charactersRemoved += charactersIn(removed);
      charactersAdded += charactersIn(added);
      return;
    }
    for (const { kind, text } of changes) {
      if (kind === 'insert') charactersAdded += charactersIn(text);
      if (kind === 'delete') charactersRemoved += charactersIn(text);
    }
  };
  for (const row of rows) {
    if (row.changes === undefined && row.op !== 'insert' && row.op !== 'delete') continue;
    weigh(row.changes, row.oldArticles.map(({ text }) => text).join(''), row.newArticles.map(({ text }) => text).join(''));
  }
  for (const part of parts) if (part.op !== 'same') weigh(part.changes, part.old, part.new);
  return {
    inserted: counts.insert,
    deleted: counts.delete,
    edited: counts.edit + rows.filter(({ edited }) => edited === true).length,
    moved: counts.move,
    split: counts.split,
    merged: counts.merge,
    parts: parts.filter(({ op }) => op !== 'same').length,
    charactersAdded,
    charactersRemoved,
  };
}
