import type { Article, Inline, ItemList, Paragraph, SubitemList } from '#core/document/document.ts';
import { itemLabel, referenceText, type Numbering } from '#core/document/numberDocument.ts';

/**
 * A stretch of an article's text and where it stands in the editor.
 * `offset`: UTF-16 offset in the text; `position`: distance from the start of the article's content
 * in the editor's units (a character is 1, an articleReference 1, each opening or closing of a node 1).
 */
type Segment = { offset: number; length: number; position: number; size: number };

export type ArticleTextMap = {
  text: string;
  /** Editor position → UTF-16 offset; a position inside a number, a reference or between blocks goes to the nearest offset. */
  toOffset(position: number): number;
  /** UTF-16 offset → editor position; `side` decides at a seam between two stretches. */
  toPosition(offset: number, side?: 'before' | 'after'): number;
};

/** Zero-width characters that editors and other programs leave behind: they are never text. */
export const zeroWidth = /[\u200B-\u200D\u2060\uFEFF]/gu;

/** Whether a suggestion takes these words away. */
function isDeleted(inline: Inline): boolean {
  return inline.marks?.some(({ type }) => type === 'deletion') === true;
}

/** A paragraph that goes with its last word when the suggestions are accepted. */
function isTakenAway(paragraph: { content?: readonly Inline[] | undefined }): boolean {
  return paragraph.content !== undefined && paragraph.content.length > 0 && paragraph.content.every(isDeleted);
}

/** The characters of inline content with suggestions accepted: whatever judges, counts or compares a text reads it so. */
export function inlineText(content: readonly Inline[] | undefined, numbering: Numbering): string {
  return (content ?? [])
    .filter((inline) => !isDeleted(inline))
    .map((inline) => (inline.type === 'text' ? inline.text : referenceText(inline.attrs.target, numbering)))
    .join('');
}

/**
 * The text of an article without its own number, with suggestions accepted: caption, paragraphs and items one a line, items with their labels.
 * Findings, annotations, comparison and the command line count in this text and in nothing else.
 */
export function articleText(article: Article, numbering: Numbering): string {
  return articleTextMap(article, numbering).text;
}

/** The text of an article together with the map between its UTF-16 offsets and positions in the editor. */
export function articleTextMap(article: Article, numbering: Numbering): ArticleTextMap {
  const segments: Segment[] = [];
  let text = '';
  let position = 0;

  const newLine = () => {
    if (text !== '') text += '\n';
  };
  const addInline = (content: readonly Inline[] | undefined) => {
    if (content === undefined || content.length === 0) segments.push({ offset: text.length, length: 0, position, size: 0 });
    for (const inline of content ?? []) {
      const words = inline.type === 'text' ? inline.text : referenceText(inline.attrs.target, numbering);
      const piece = isDeleted(inline) ? '' : words;
      const size = inline.type === 'text' ? inline.text.length : 1;
      segments.push({ offset: text.length, length: piece.length, position, size });
      text += piece;
      position += size;
    }
  };
  const addParagraph = (paragraph: Paragraph | Extract<Article['content'][number], { type: 'caption' }>) => {
    position += 1;
    addInline(paragraph.content);
    position += 1;
  };
  const addSubitems = (list: SubitemList) => {
    position += 1;
    list.content.forEach((subitem, index) => {
      position += 1;
      newLine();
      text += itemLabel(index, list.attrs.marker);
      subitem.content.forEach((paragraph, order) => {
        if (order > 0 && !isTakenAway(paragraph)) newLine();
        addParagraph(paragraph);
      });
      position += 1;
    });
    position += 1;
  };
  const addItems = (list: ItemList) => {
    position += 1;
    list.content.forEach((item, index) => {
      position += 1;
      newLine();
      text += itemLabel(index, list.attrs.marker);
      item.content.forEach((child, order) => {
        if (child.type === 'subitemList') addSubitems(child);
        else {
          if (order > 0 && !isTakenAway(child)) newLine();
          addParagraph(child);
        }
      });
      position += 1;
    });
    position += 1;
  };

  for (const child of article.content) {
    if (child.type === 'itemList') addItems(child);
    else {
      if (!isTakenAway(child)) newLine();
      addParagraph(child);
    }
  }

  return {
    text,
    toOffset(wanted) {
      let best = 0;
      for (const segment of segments) {
        if (wanted < segment.position) break;
        const inside = Math.min(wanted - segment.position, segment.size);
        best = segment.offset + (segment.size === segment.length ? inside : inside === 0 ? 0 : segment.length);
      }
      return best;
    },
    toPosition(wanted, side = 'after') {
      let best = segments[0]?.position ?? 0;
      let end: number | undefined;
      for (const segment of segments) {
        if (wanted < segment.offset) break;
        if (side === 'before' && wanted === segment.offset && wanted === end) break;
        end = segment.offset + segment.length;
        const inside = Math.min(wanted - segment.offset, segment.length);
        best = segment.position + (segment.size === segment.length ? inside : inside === 0 ? 0 : segment.size);
      }
      return best;
    },
  };
}
