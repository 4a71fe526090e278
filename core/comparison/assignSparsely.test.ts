import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSparsely, type Candidate } from '#core/comparison/assignSparsely.ts';

function bestTotal(rows: number, candidates: readonly Candidate[], row = 0, used = new Set<number>()): number {
  if (row === rows) return 0;
  let best = bestTotal(rows, candidates, row + 1, used);
  for (const candidate of candidates) {
    if (candidate.row !== row || used.has(candidate.column)) continue;
    best = Math.max(best, candidate.worth + bestTotal(rows, candidates, row + 1, new Set(used).add(candidate.column)));
  }
  return best;
}

describe('the sparse assignment', () => {
  it('reaches the greatest total that trying everything reaches', () => {
    const candidate = fc.record({ row: fc.nat(4), column: fc.nat(4), worth: fc.integer({ min: -5, max: 20 }) });
    fc.assert(
      fc.property(fc.uniqueArray(candidate, { maxLength: 16, selector: ({ row, column }) => `${row},${column}` }), (candidates) => {
        const columnOf = assignSparsely(5, 5, candidates);
        const taken = [...columnOf].filter((column) => column >= 0);
        expect(new Set(taken).size).toBe(taken.length);
        let total = 0;
        columnOf.forEach((column, row) => {
          if (column >= 0) total += candidates.find((one) => one.row === row && one.column === column)?.worth ?? Number.NaN;
        });
        expect(total).toBe(bestTotal(5, candidates));
      }),
      { seed: 20_261_124, numRuns: 500 },
    );
  });

  it('takes the second best for one row where the total gains by it', () => {
    const candidates = [
      { row: 0, column: 0, worth: 10 },
      { row: 0, column: 1, worth: 9 },
      { row: 1, column: 0, worth: 9 },
    ];
    expect([...assignSparsely(2, 2, candidates)]).toEqual([1, 0]);
  });

  it('leaves a row alone rather than take a worthless pair', () => {
    expect([...assignSparsely(1, 1, [{ row: 0, column: 0, worth: -1 }])]).toEqual([-1]);
  });
});
