import type {
  Article,
  Chapter,
  ConventionDocument,
  Inline,
  ItemList,
  ItemMarker,
  NumberingScope,
  NumberingStyle,
  Paragraph,
  Part,
} from '#core/document/document.ts';

/** A piece of text, or a reference to the article with this id. */
type Piece = string | { to: string };

function inlineOf(pieces: readonly Piece[]): { content?: Inline[] } {
  const content = pieces
    .filter((piece) => piece !== '')
    .map((piece): Inline =>
      typeof piece === 'string' ? { type: 'text', text: piece } : { type: 'articleReference', attrs: { target: piece.to } },
    );
  return content.length === 0 ? {} : { content };
}

/** A paragraph of text and references, for tests. */
export function paragraph(...pieces: Piece[]): Paragraph {
  return { type: 'paragraph', ...inlineOf(pieces) };
}

/** An item list of one paragraph an item, for tests; ids are the list's id and the item's 1-based number. */
export function items(id: string, marker: ItemMarker, ...texts: string[]): ItemList {
  return {
    type: 'itemList',
    attrs: { marker },
    content: texts.map((text, index) => ({ type: 'item', attrs: { id: `${id}.${index + 1}` }, content: [paragraph(text)] })),
  };
}

/** An article for tests; plain strings become paragraphs. */
export function article(id: string, ...content: (string | Article['content'][number])[]): Article {
  return {
    type: 'article',
    attrs: { id },
    content: content.map((child) => (typeof child === 'string' ? paragraph(child) : child)),
  };
}

/** A chapter for tests. */
export function chapter(id: string, heading: string, ...content: Chapter['content']): Chapter {
  return { type: 'chapter', attrs: { id }, content: [{ type: 'heading', ...inlineOf([heading]) }, ...content] };
}

/** A document for tests; it starts with its title. */
export function conventionDocument(
  title: string,
  parts: Part[],
  numberingStyle: NumberingStyle = 'article',
  numberingScope: NumberingScope = 'document',
): ConventionDocument {
  return {
    type: 'document',
    attrs: { numberingStyle, numberingScope },
    content: [{ type: 'title', ...inlineOf([title]) }, ...parts],
  };
}
