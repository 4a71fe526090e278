import { describe, expect, it } from 'vitest';
import type { ComparisonOperation, DocumentComparison } from '#core/comparison/comparison.ts';
import { viewBlocks, viewRows } from '#renderer/features/comparison/comparisonView.ts';
import { chineseNumeral } from '#core/text/chineseNumeral.ts';

function article(index: number) {
  return { index, id: `a${index}`, label: `第${chineseNumeral(index + 1)}条`, heading: '', text: `正文${index}` };
}

function comparison(rows: [op: ComparisonOperation, old: number[], fresh: number[]][]): DocumentComparison {
  return {
    rows: rows.map(([op, old, fresh]) => ({ op, old, new: fresh, oldArticles: old.map(article), newArticles: fresh.map(article) })),
    parts: [],
    counts: { same: 0, edit: 0, insert: 0, delete: 0, move: 0, split: 0, merge: 0 },
  };
}

/** kind, old labels, new labels of every row shown */
function shown(value: DocumentComparison): string[] {
  return viewRows(value).map((row) => {
    const old = row.kind === 'same' ? [row.old] : row.old;
    const fresh = row.kind === 'same' ? [row.new] : row.new;
    return `${row.kind} ${old.map((one) => one.label).join('、')}|${fresh.map((one) => one.label).join('、')}`;
  });
}

describe('two versions side by side', () => {
  it('show a deleted article at its old place and an inserted one at its new place', () => {
    const rows = shown(comparison([['same', [0], [0]], ['delete', [1], []], ['edit', [2], [1]], ['insert', [], [2]]]));
    expect(rows).toEqual(['same 第一条|第一条', 'delete 第二条|', 'edit 第三条|第二条', 'insert |第三条']);
  });

  it('show a moved article where it left and where it arrived, each named after the other', () => {
    const moved = viewRows(comparison([['move', [0], [2]], ['same', [1], [0]], ['same', [2], [1]]]));
    expect(moved.map((row) => row.kind)).toEqual(['moveAway', 'same', 'same', 'moveHere']);
    const [away] = moved;
    const here = moved.at(-1);
    expect(away?.kind === 'moveAway' && away.oldWord).toBe('移到第三条');
    expect(here?.kind === 'moveHere' && here.newWord).toBe('从第一条移来');
  });

  it('name what an article was split into and merged from', () => {
    const [split, merge] = viewRows(comparison([['split', [0], [0, 1]], ['merge', [1, 2], [2]]]));
    expect(split?.kind === 'split' && split.oldWord).toBe('拆分为第一条、第二条');
    expect(merge?.kind === 'merge' && merge.newWord).toBe('由第二条、第三条合并');
  });

  it('fold every run of unchanged articles into one block', () => {
    const rows = viewRows(comparison([['same', [0], [0]], ['same', [1], [1]], ['edit', [2], [2]], ['same', [3], [3]]]));
    expect(viewBlocks(rows).map((block) => (block.type === 'same' ? block.rows.length : block.row.kind))).toEqual([2, 'edit', 1]);
  });
});
