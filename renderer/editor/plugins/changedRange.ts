import type { Transaction } from '@tiptap/pm/state';

/** The smallest stretch of the new document that holds every change of a transaction; undefined when nothing changed place. */
export function changedRange(transaction: Transaction): { from: number; to: number } | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  transaction.mapping.maps.forEach((map, index) => {
    const rest = transaction.mapping.slice(index + 1);
    map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      from = Math.min(from, rest.map(newFrom, -1));
      to = Math.max(to, rest.map(newTo, 1));
    });
  });
  return from <= to ? { from, to } : undefined;
}
