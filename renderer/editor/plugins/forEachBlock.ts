import type { Node } from '@tiptap/pm/model';

/** Calls back for every node above and including the textblocks, in reading order; `position` stands before the node. */
export function forEachBlock(document: Node, visit: (node: Node, position: number, parent: Node, index: number) => void): void {
  const walk = (parent: Node, start: number) => {
    parent.forEach((node, offset, index) => {
      visit(node, start + offset, parent, index);
      if (!node.isTextblock && !node.isLeaf) walk(node, start + offset + 1);
    });
  };
  walk(document, 0);
}
