import type { Node } from '@tiptap/pm/model';
import { articleTextMap } from '#core/document/articleText.ts';
import type { Numbering } from '#core/document/numberDocument.ts';
import { toArticle } from '#renderer/editor/schema/toDocument.ts';

/** Positions in the editor of a stretch of an article's text, given by UTF-16 offsets; `position` stands before the article. */
export function articleRange(
  article: { node: Node; position: number },
  numbering: Numbering,
  start: number,
  end: number,
): { from: number; to: number } {
  const map = articleTextMap(toArticle(article.node), numbering);
  const content = article.position + 1;
  return { from: content + map.toPosition(start, 'after'), to: content + map.toPosition(end, 'before') };
}
