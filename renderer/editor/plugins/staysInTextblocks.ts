import { AddMarkStep, RemoveMarkStep, ReplaceStep } from '@tiptap/pm/transform';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

function isInOneTextblock(document: Node, from: number, to: number): boolean {
  const place = document.resolve(from);
  return place.parent.isTextblock && to <= place.end();
}

/**
 * Whether a transaction only touched words inside paragraphs, so that no block came, went, moved or changed its attributes.
 * Typing is such a transaction, and whatever depends on blocks alone may be kept.
 */
export function staysInTextblocks(transaction: Transaction): boolean {
  return transaction.steps.every((step, index) => {
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return true;
    const before = transaction.docs[index];
    if (!(step instanceof ReplaceStep) || before === undefined) return false;
    const after = transaction.docs[index + 1] ?? transaction.doc;
    let stays = true;
    step.getMap().forEach((oldFrom, oldTo, newFrom, newTo) => {
      stays &&= isInOneTextblock(before, oldFrom, oldTo) && isInOneTextblock(after, newFrom, newTo);
    });
    return stays;
  });
}
