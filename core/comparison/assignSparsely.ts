/** A possible pair and what it is worth; pairs worth nothing or less are never chosen. */
export type Candidate = { row: number; column: number; worth: number };

type HeapEntry = { distance: number; column: number };

function push(heap: HeapEntry[], entry: HeapEntry): void {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || above.distance <= entry.distance) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = entry;
}

function pop(heap: HeapEntry[]): HeapEntry | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    const right = heap[child + 1];
    let below = heap[child];
    if (below === undefined) break;
    if (right !== undefined && right.distance < below.distance) {
      below = right;
      child += 1;
    }
    if (below.distance >= last.distance) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
  return top;
}

/**
 * The assignment of rows to columns with the greatest total worth, each used at most once: successive shortest
 * augmenting paths (Jonker and Volgenant) on the sparse graph of candidates, where every row may also stay alone at
 * worth 0. Exact, and quick because a path rarely leaves its neighbourhood.
 * @returns per row the column, or -1.
 */
export function assignSparsely(rows: number, columns: number, candidates: readonly Candidate[]): Int32Array {
  const edges: { column: number; cost: number }[][] = Array.from({ length: rows }, () => []);
  for (const { row, column, worth } of candidates) if (worth > 0) edges[row]?.push({ column, cost: -worth });
  // Column `columns + row` is the row's own place for staying alone.
  const places = columns + rows;
  for (let row = 0; row < rows; row += 1) edges[row]?.push({ column: columns + row, cost: 0 });

  const potential = new Float64Array(places);
  const rowOf = new Int32Array(places).fill(-1);
  const columnOf = new Int32Array(rows).fill(-1);
  const distance = new Float64Array(places);
  const previous = new Int32Array(places);
  const seenAt = new Int32Array(places).fill(-1);
  const doneAt = new Int32Array(places).fill(-1);

  for (let start = 0; start < rows; start += 1) {
    const heap: HeapEntry[] = [];
    const done: number[] = [];
    const relax = (row: number, base: number) => {
      for (const { column, cost } of edges[row] ?? []) {
        if (doneAt[column] === start) continue;
        const length = base + cost - (potential[column] ?? 0);
        if (seenAt[column] !== start || length < (distance[column] ?? 0)) {
          seenAt[column] = start;
          distance[column] = length;
          previous[column] = row;
          push(heap, { distance: length, column });
        }
      }
    };
    relax(start, 0);
    let end = -1;
    let reach = 0;
    while (end < 0) {
      const next = pop(heap);
      if (next === undefined) throw new Error('A row without a place of its own');
      if (doneAt[next.column] === start) continue;
      doneAt[next.column] = start;
      reach = next.distance;
      const holder = rowOf[next.column] ?? -1;
      if (holder < 0) end = next.column;
      else {
        done.push(next.column);
        const held = edges[holder]?.find((edge) => edge.column === next.column);
        relax(holder, next.distance - ((held?.cost ?? 0) - (potential[next.column] ?? 0)));
      }
    }
    for (const column of done) potential[column] = (potential[column] ?? 0) + (distance[column] ?? 0) - reach;
    for (let column = end; column >= 0; ) {
      const row = previous[column] ?? -1;
      const before = columnOf[row] ?? -1;
      rowOf[column] = row;
      columnOf[row] = column;
      column = row === start ? -1 : before;
    }
  }
  return columnOf.map((column) => (column < columns ? column : -1));
}
