import type { Node } from '@tiptap/pm/model';

/** An article of the present text by its id, with the position before it. Articles stand at most three levels deep. */
export function findArticle(document: Node, id: string): { node: Node; position: number } | undefined {
  let found: { node: Node; position: number } | undefined;
  document.descendants((node, position) => {
    if (found !== undefined) return false;
    if (node.type.name === 'article' && node.attrs['id'] === id) found = { node, position };
    return node.type.name === 'chapter' || node.type.name === 'section';
  });
  return found;
}
