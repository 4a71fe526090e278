import { TextSelection, type Transaction } from '@tiptap/pm/state';

/** Puts the cursor into the first place for text at or after a position (before it with -1) and scrolls there. */
export function putCursor(transaction: Transaction, position: number, direction: 1 | -1 = 1): Transaction {
  const place = transaction.doc.resolve(Math.min(Math.max(position, 0), transaction.doc.content.size));
  return transaction.setSelection(TextSelection.near(place, direction)).scrollIntoView();
}
