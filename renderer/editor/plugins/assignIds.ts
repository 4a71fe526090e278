import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Mappable } from '@tiptap/pm/transform';
import { forEachBlock } from '#renderer/editor/plugins/forEachBlock.ts';

type Bearer = { node: Node; position: number };

function bearersOf(document: Node): Map<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  forEachBlock(document, (node, position) => {
    const id: unknown = node.attrs['id'];
    if (typeof id !== 'string') return;
    const same = bearers.get(id);
    if (same === undefined) bearers.set(id, [{ node, position }]);
    else same.push({ node, position });
  });
  return bearers;
}

/** The rightful owner of an id: the unchanged node, else the one where the old node is now, else the one that kept words. */
function ownerOf(candidates: readonly Bearer[], old: Bearer | undefined, mapping: Mappable): Bearer | undefined {
  if (old === undefined) return candidates[0];
  const place = mapping.map(old.position, 1);
  const score = ({ node, position }: Bearer) =>
    (node.eq(old.node) ? 4 : 0) + (node.textContent !== '' ? 2 : 0) + (position === place ? 1 : 0);
  return candidates.toSorted((left, right) => score(right) - score(left))[0];
}

/**
 * A transaction that gives every chapter, section, article, item and annex an id of its own, or undefined when they have one.
 * Of nodes that share an id after a split or a paste, the one that is the old node keeps it.
 */
export function assignIds(
  before: Node,
  state: EditorState,
  mapping: Mappable,
  newId: () => string,
): Transaction | undefined {
  const bearers = bearersOf(state.doc);
  const doubtful = [...bearers].filter(([id, nodes]) => id === '' || nodes.length > 1);
  if (doubtful.length === 0) return undefined;
  const old = bearersOf(before);
  const transaction = state.tr;
  for (const [id, nodes] of doubtful) {
    const owner = id === '' ? undefined : ownerOf(nodes, old.get(id)?.[0], mapping);
    for (const bearer of nodes) {
      if (bearer !== owner) transaction.setNodeAttribute(bearer.position, 'id', newId());
    }
  }
  return transaction;
}
