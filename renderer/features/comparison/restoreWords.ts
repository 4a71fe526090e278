import type { ComparisonRow } from './comparisonView.ts';

/** What is put back when a row is restored; undefined where the old text has nothing other than the new one. */
export function restoreWords(row: Pick<ComparisonRow, 'op' | 'old' | 'edited'>): string | undefined {
  if (row.op === 'delete') return '把这一条放回草案';
  if (row.old.length === 0 || row.op === 'same' || (row.op === 'move' && row.edited !== true)) return undefined;
  return row.op === 'merge' ? '把这几条恢复为旧文' : '把这一条恢复为旧文';
}
