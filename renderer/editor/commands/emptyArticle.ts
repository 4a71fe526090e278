import type { Node, Schema } from '@tiptap/pm/model';
import { nodeType } from '#renderer/editor/commands/nodeType.ts';

/** An article with one empty paragraph; the ids plugin gives it its id. */
export function emptyArticle(schema: Schema): Node {
  return nodeType(schema, 'article').create({ id: '' }, nodeType(schema, 'paragraph').create());
}

/** Whether an article holds nothing that anybody wrote. */
export function isEmptyArticle(article: Node): boolean {
  return article.childCount === 1 && article.firstChild?.type.name === 'paragraph' && article.content.size === 2;
}
