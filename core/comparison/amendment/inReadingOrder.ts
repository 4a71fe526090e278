import type { DocumentComparison, PartComparison } from '#core/comparison/comparison.ts';

type ArticleRow = DocumentComparison['rows'][number];

/** A row of the articles or another part of the text. */
export type ChangeEntry = { type: 'articles'; row: ArticleRow } | { type: 'part'; part: PartComparison };

const atTheStart = new Set<PartComparison['part']>(['title', 'subtitle', 'preamble', 'verse']);
const insideTheText = new Set<PartComparison['part']>(['heading', 'lead']);

/**
 * Everything that a comparison tells, each once, as the new text reads: what was deleted stands where it stood, an article
 * that moved stands where it stands now.
 */
export function inReadingOrder(comparison: DocumentComparison): ChangeEntry[] {
  const first = (indexes: readonly number[]) => indexes[0] ?? Number.POSITIVE_INFINITY;
  const isStaying = (row: ArticleRow) => row.old.length > 0 && row.new.length > 0 && row.op !== 'move';
  const ofNew = comparison.rows.filter((row) => row.new.length > 0).toSorted((one, other) => first(one.new) - first(other.new));
  const leaving = comparison.rows.filter((row) => row.new.length === 0).toSorted((one, other) => first(one.old) - first(other.old));
  const inside = comparison.parts.filter(({ part }) => insideTheText.has(part));
  const entries: ChangeEntry[] = comparison.parts.filter(({ part }) => atTheStart.has(part)).map((part) => ({ type: 'part', part }));
  const placed = new Set<PartComparison>();
  const placeParts = (side: 'oldPlace' | 'newPlace', index: number) => {
    for (const part of inside) {
      const place = side === 'oldPlace' && part.newPlace !== undefined ? undefined : part[side];
      if (placed.has(part) || place === undefined || place.before > index) continue;
      placed.add(part);
      entries.push({ type: 'part', part });
    }
  };
  const waiting = [...leaving];
  const leave = (isDue: (row: ArticleRow) => boolean) => {
    for (const row of waiting.filter(isDue)) {
      placeParts('oldPlace', first(row.old));
      entries.push({ type: 'articles', row });
      waiting.splice(waiting.indexOf(row), 1);
    }
  };
  const staying = ofNew.filter(isStaying);
  const headingOf = (row: ArticleRow | undefined) => row?.oldArticles[0]?.heading;
  // Before the next article that stays: in the chapter of the article in front, or else in that of the next one.
  const leaveBehind = (previous: ArticleRow | undefined, next: ArticleRow | undefined) => {
    const end = next === undefined ? Number.POSITIVE_INFINITY : first(next.old);
    leave((row) => first(row.old) < end && (headingOf(row) === headingOf(previous) || headingOf(row) !== headingOf(next)));
  };
  leaveBehind(undefined, staying[0]);
  let stayed = 0;
  for (const row of ofNew) {
    placeParts('newPlace', first(row.new));
    if (!isStaying(row)) {
      entries.push({ type: 'articles', row });
      continue;
    }
    leave((other) => first(other.old) < first(row.old));
    entries.push({ type: 'articles', row });
    stayed += 1;
    leaveBehind(row, staying[stayed]);
  }
  leave(() => true);
  placeParts('newPlace', Number.POSITIVE_INFINITY);
  placeParts('oldPlace', Number.POSITIVE_INFINITY);
  const rest = comparison.parts.filter(({ part }) => !atTheStart.has(part) && !insideTheText.has(part));
  return [...entries, ...rest.map((part): ChangeEntry => ({ type: 'part', part }))];
}
