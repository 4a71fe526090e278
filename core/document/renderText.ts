import { zeroWidth, articleText, inlineText } from '#core/document/articleText.ts';
import type { Annex, Article, ConventionDocument, Paragraph } from '#core/document/document.ts';
import { decideSuggestions } from '#core/document/suggestions/decideSuggestions.ts';
import { numberDocument } from '#core/document/numberDocument.ts';

/** Number of the rules below. Stored with every hash; a change of the rules is a new number, the old rules stay. */
export const renderFormat = 1;

/**
 * The whole document as plain text, the one thing that is hashed, exported as .txt and read out.
 * Numbers and references are resolved; lines end in LF, the last line too; NFC; zero-width characters are stripped;
 * suggestions are taken as accepted; no ids, no marks; a blank line stands before every chapter and annex; table rows are lines with cells parted by a tab.
 */
export function renderText(suggested: ConventionDocument): string {
  const document = decideSuggestions(suggested, 'accept');
  const numbering = numberDocument(document);
  const lines: string[] = [];
  const paragraphText = (paragraph: Paragraph) => inlineText(paragraph.content, numbering);
  const addArticle = (article: Article) => {
    const label = numbering.labels.get(article.attrs.id) ?? '';
    const gap = label.startsWith('第') ? '　' : '';
    lines.push(...`${label}${gap}${articleText(article, numbering)}`.split('\n'));
  };
  const addAnnex = (annex: Annex) => {
    lines.push('');
    for (const child of annex.content) {
      if (child.type === 'table') {
        for (const row of child.content) {
          lines.push(row.content.map((cell) => inlineText(cell.content, numbering)).join('\t'));
        }
      } else lines.push(inlineText(child.content, numbering));
    }
  };
  for (const part of document.content) {
    switch (part.type) {
      case 'title':
        lines.push(inlineText(part.content, numbering));
        break;
      case 'subtitle':
      case 'preamble':
      case 'verse':
      case 'closing':
        lines.push(...part.content.map(paragraphText));
        break;
      case 'article':
        addArticle(part);
        break;
      case 'chapter':
        lines.push('');
        for (const child of part.content) {
          if (child.type === 'heading') {
            lines.push(`${numbering.labels.get(part.attrs.id)}　${inlineText(child.content, numbering)}`);
          } else if (child.type === 'paragraph') lines.push(paragraphText(child));
          else if (child.type === 'article') addArticle(child);
          else {
            for (const inner of child.content) {
              if (inner.type === 'article') addArticle(inner);
              else lines.push(`${numbering.labels.get(child.attrs.id)}　${inlineText(inner.content, numbering)}`);
            }
          }
        }
        break;
      case 'annex':
        addAnnex(part);
        break;
    }
  }
  return `${lines.join('\n').replace(/\r\n?/gu, '\n').replace(zeroWidth, '').normalize('NFC')}\n`;
}
