import { articleTextMap } from '#core/document/articleText.ts';
import type { Article, Paragraph } from '#core/document/document.ts';
import type { Numbering } from '#core/document/numberDocument.ts';

/** One line of an article on the screen. Offsets are UTF-16, in articleText; the label of an item belongs to its line. */
export type ArticleLine = { kind: 'caption' | 'paragraph'; depth: 0 | 1 | 2; from: number; to: number };

/**
 * The lines of an article's text with their offsets, and the text itself. A line is a caption or a paragraph;
 * `depth` tells whether it stands in an item (1) or a subitem (2). Positions are counted as in articleTextMap.
 */
export function articleLines(article: Article, numbering: Numbering): { text: string; lines: ArticleLine[] } {
  const map = articleTextMap(article, numbering);
  const lines: ArticleLine[] = [];
  let position = 0;
  const addLine = (node: { content?: Paragraph['content'] }, kind: ArticleLine['kind'], depth: ArticleLine['depth']) => {
    position += 1;
    const size = (node.content ?? []).reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 1), 0);
    const previous = lines.at(-1)?.to;
    const end = map.toOffset(position + size);
    const from = previous === undefined ? 0 : map.text[previous] === '\n' ? previous + 1 : previous;
    lines.push({ kind, depth, from, to: Math.max(from, end) });
    position += size + 1;
  };
  for (const child of article.content) {
    if (child.type !== 'itemList') {
      addLine(child, child.type, 0);
      continue;
    }
    position += 1;
    for (const item of child.content) {
      position += 1;
      for (const part of item.content) {
        if (part.type === 'paragraph') {
          addLine(part, 'paragraph', 1);
          continue;
        }
        position += 1;
        for (const subitem of part.content) {
          position += 1;
          for (const paragraph of subitem.content) addLine(paragraph, 'paragraph', 2);
          position += 1;
        }
        position += 1;
      }
      position += 1;
    }
    position += 1;
  }
  return { text: map.text, lines };
}
