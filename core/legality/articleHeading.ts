import { inlineText } from '#core/document/articleText.ts';
import type { PlacedArticle } from '#core/document/articlesOf.ts';
import type { Chapter, Section } from '#core/document/document.ts';
import type { Numbering } from '#core/document/numberDocument.ts';

function headingOf(part: Chapter | Section, numbering: Numbering): string[] {
  return part.content.flatMap((child) => {
    if (child.type !== 'heading' && child.type !== 'paragraph') return [];
    const text = inlineText(child.content, numbering);
    return text === '' ? [] : [text];
  });
}

/** What stands above an article and colours it: headings of chapter and section and the chapter's opening words. */
export function articleHeading(placed: PlacedArticle, numbering: Numbering): string {
  const parts: (Chapter | Section)[] = [];
  if (placed.chapter !== undefined) parts.push(placed.chapter);
  if (placed.section !== undefined) parts.push(placed.section);
  return parts.flatMap((part) => headingOf(part, numbering)).join('，');
}
