import type { ComparedArticle, InlineChange } from '#core/comparison/comparison.ts';
import { sliceRuns } from '#core/text/sliceRuns.ts';

/** Words of a cell: inserted and deleted ones carry their mark, a note says in words what happened to an article. */
type CellRun = { text: string; mark?: 'inserted' | 'deleted' | 'note' };

/** A paragraph of a cell; `label`: the number as printed (第三条), empty where the line carries none. */
export type CellLine = { label: string; runs: CellRun[] };

type Side = 'old' | 'new';
type Labelled = Pick<ComparedArticle, 'label' | 'text'>;

/**
 * The lines of one side of a change. `changes` are the marks of all articles of the row, one a line, as compareDocuments gives
 * them; without marks, `whole` marks every word.
 */
export function cellLines(articles: readonly Labelled[], changes: readonly InlineChange[] | undefined, side: Side, whole?: 'inserted' | 'deleted'): CellLine[] {
  const runs = changes === undefined ? undefined : sideRuns(changes, side);
  let start = 0;
  return articles.flatMap(({ label, text }) => {
    const own: CellRun[] =
      runs === undefined ? [whole === undefined ? { text } : { text, mark: whole }] : sliceRuns(runs, start, start + text.length);
    start += text.length + 1;
    return splitLines(own).map((line, index) => ({ label: index === 0 ? label : '', runs: line }));
  });
}

function sideRuns(changes: readonly InlineChange[], side: Side): CellRun[] {
  const own = side === 'old' ? 'delete' : 'insert';
  const mark = side === 'old' ? ('deleted' as const) : ('inserted' as const);
  return changes.flatMap(({ kind, text }): CellRun[] => (kind === 'equal' ? [{ text }] : kind === own ? [{ text, mark }] : []));
}

function splitLines(runs: readonly CellRun[]): CellRun[][] {
  const lines: CellRun[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines;
}
