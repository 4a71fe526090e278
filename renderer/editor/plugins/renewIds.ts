import { Fragment, Slice, type Node } from '@tiptap/pm/model';

function idOf(node: Node): string | undefined {
  const id: unknown = node.attrs['id'];
  return typeof id === 'string' ? id : undefined;
}

/** Ids of whole nodes in a slice; one that is open at its start goes into a node of the text and leaves its id behind. */
function wholeIds(slice: Slice): string[] {
  const ids: string[] = [];
  const walk = (fragment: Fragment, open: number) => {
    fragment.forEach((node, _offset, index) => {
      const isOpen = open > 0 && index === 0;
      const id = idOf(node);
      if (id !== undefined && !isOpen) ids.push(id);
      if (!node.isTextblock) walk(node.content, isOpen ? open - 1 : 0);
    });
  };
  walk(slice.content, slice.openStart);
  return ids;
}

/** Gives what is pasted ids of its own, save those that `keeps` allows; references among the pasted articles follow. */
export function renewIds(slice: Slice, keeps: (id: string) => boolean, newId: () => string): Slice {
  const names = new Map<string, string>();
  for (const id of wholeIds(slice)) {
    if (!names.has(id)) names.set(id, keeps(id) ? id : newId());
  }
  const used = new Set<string>();
  const renew = (node: Node): Node => {
    if (node.isText) return node;
    if (node.type.name === 'articleReference') {
      const target = String(node.attrs['target']);
      return node.type.create({ target: names.get(target) ?? target }, null, node.marks);
    }
    const id = idOf(node);
    const content = Fragment.fromArray(node.children.map(renew));
    if (id === undefined) return node.type.create(node.attrs, content, node.marks);
    const name = names.get(id) ?? '';
    const fresh = used.has(name) ? '' : name;
    used.add(name);
    return node.type.create({ ...node.attrs, id: fresh }, content, node.marks);
  };
  return new Slice(Fragment.fromArray(slice.content.content.map(renew)), slice.openStart, slice.openEnd);
}
