import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestChain } from '#core/comparison/heaviestChain.ts';

describe('the heaviest chain', () => {
  it.each([
    { values: [], weights: [], chain: [] },
    { values: [3, 1, 2], weights: [1, 1, 1], chain: [1, 2] },
    { values: [3, 1, 2], weights: [5, 1, 1], chain: [0] },
    { values: [1, 1], weights: [1, 2], chain: [1] },
  ])('of $values with $weights is $chain', ({ values, weights, chain }) => {
    expect(heaviestChain(values, weights)).toEqual(chain);
  });

  it('ascends and weighs as much as any other', () => {
    const entries = fc.array(fc.record({ value: fc.nat(8), weight: fc.integer({ min: 1, max: 9 }) }), { maxLength: 10 });
    fc.assert(
      fc.property(entries, (list) => {
        const values = list.map((entry) => entry.value);
        const weights = list.map((entry) => entry.weight);
        const chain = heaviestChain(values, weights);
        const best: number[] = [];
        for (const [index, value] of values.entries()) {
          const before = best.filter((_, earlier) => (values[earlier] ?? 0) < value);
          best.push((weights[index] ?? 0) + Math.max(0, ...before));
        }
        expect(chain.reduce((sum, index) => sum + (weights[index] ?? 0), 0)).toBe(Math.max(0, ...best));
        const chained = chain.map((index) => values[index] ?? 0);
        expect(chained).toEqual([...new Set(chained)].sort((a, b) => a - b));
      }),
      { seed: 20_261_124, numRuns: 300 },
    );
  });
});
