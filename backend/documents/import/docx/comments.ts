import { dateOf } from '#backend/documents/import/docx/dateOf.ts';
import { attribute, childElements, type XmlElement } from '#backend/documents/import/parseXml.ts';

export type WordComment = { id: string; author: string; madeAt: string | null; text: string };

/** The comments of word/comments.xml in the order of the file, their paragraphs as lines. */
export function readComments(part: XmlElement | undefined): WordComment[] {
  if (part === undefined) return [];
  return childElements(part)
    .filter(({ localName }) => localName === 'comment')
    .map((comment) => ({
      id: attribute(comment, 'id') ?? '',
      author: (attribute(comment, 'author') ?? '').trim(),
      madeAt: dateOf(comment),
      text: wordsOf(comment).trim(),
    }));
}

function wordsOf(element: XmlElement): string {
  let words = '';
  for (const child of childElements(element)) {
    if (child.localName === 't') words += child.text;
    else if (child.localName === 'br' || child.localName === 'tab') words += ' ';
    else words += wordsOf(child);
    if (child.localName === 'p') words += '\n';
  }
  return words;
}
