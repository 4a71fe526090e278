/**
 * The positions of a subsequence with strictly ascending values and the greatest summed weight, in order.
 * Ties go to the chain found first. O(n log n): a Fenwick tree of best sums by value.
 */
export function heaviestChain(values: readonly number[], weights: readonly number[]): number[] {
  const ranks = new Map([...new Set(values)].sort((a, b) => a - b).map((value, rank) => [value, rank + 1]));
  const bestSum = new Float64Array(ranks.size + 1);
  const bestEnd = new Int32Array(ranks.size + 1).fill(-1);
  const previous = new Int32Array(values.length).fill(-1);
  values.forEach((value, position) => {
    const rank = ranks.get(value) ?? 0;
    let sum = 0;
    let end = -1;
    for (let node = rank - 1; node > 0; node -= node & -node) {
      if ((bestSum[node] ?? 0) > sum) {
        sum = bestSum[node] ?? 0;
        end = bestEnd[node] ?? -1;
      }
    }
    previous[position] = end;
    const total = sum + (weights[position] ?? 0);
    for (let node = rank; node < bestSum.length; node += node & -node) {
      if (total > (bestSum[node] ?? 0)) {
        bestSum[node] = total;
        bestEnd[node] = position;
      }
    }
  });
  let last = -1;
  let most = 0;
  for (let node = ranks.size; node > 0; node -= node & -node) {
    if ((bestSum[node] ?? 0) > most) {
      most = bestSum[node] ?? 0;
      last = bestEnd[node] ?? -1;
    }
  }
  const chain: number[] = [];
  for (let position = last; position >= 0; position = previous[position] ?? -1) chain.push(position);
  return chain.reverse();
}
