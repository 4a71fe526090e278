import type { Node } from '@tiptap/pm/model';
import type { Article, ConventionDocument } from '#core/document/document.ts';

type NodeJson = { type: string; attrs?: Record<string, unknown>; content?: NodeJson[]; marks?: object[]; text?: string };

/** ProseMirror nodes never change, so that an untouched article keeps the very same JSON object from one state to the next. */
const known = new WeakMap<Node, NodeJson>();

function nodeJson(node: Node): NodeJson {
  const before = known.get(node);
  if (before !== undefined) return before;
  const json: NodeJson = { type: node.type.name };
  if (Object.keys(node.attrs).length > 0) json.attrs = { ...node.attrs };
  if (node.isText) json.text = node.text ?? '';
  if (node.childCount > 0) json.content = node.children.map(nodeJson);
  if (node.marks.length > 0) {
    json.marks = node.marks.map(({ type, attrs }) =>
      Object.keys(attrs).length > 0 ? { type: type.name, attrs: { ...attrs } } : { type: type.name },
    );
  }
  known.set(node, json);
  return json;
}

/**
 * The editor's content as core/document has it. Parts that did not change since an earlier call are the same objects.
 * The schema admits what documentSchema admits (a property test holds the two together), which no type can say: hence the cast.
 */
export function toDocument(node: Node): ConventionDocument {
  return nodeJson(node) as ConventionDocument;
}

/** One article of the editor as core/document has it. */
export function toArticle(node: Node): Article {
  return nodeJson(node) as Article;
}
