import type { Node, ResolvedPos } from '@tiptap/pm/model';

export type Ancestor = {
  node: Node;
  /** position before the node */
  position: number;
  depth: number;
};

/** The innermost node of one of these kinds around a place. */
export function ancestor(place: ResolvedPos, ...kinds: readonly string[]): Ancestor | undefined {
  for (let depth = place.depth; depth > 0; depth -= 1) {
    const node = place.node(depth);
    if (kinds.includes(node.type.name)) return { node, position: place.before(depth), depth };
  }
  return undefined;
}
