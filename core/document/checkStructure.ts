import { articleText, inlineText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { Article, ConventionDocument, Inline } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';

/** Where a blank was left: an article, or a part of the document that has no articles. */
type BlankPlace = { articleId: string } | { part: 'title' | 'subtitle' | 'preamble' | 'verse' | 'closing' };

/** `start`, `end`: UTF-16 offsets in the article's text, or in the part's paragraphs joined by LF. */
export type StructureFault =
  | { kind: 'emptyArticle'; articleId: string }
  | { kind: 'danglingReference'; articleId: string; target: string }
  | { kind: 'duplicateArticle'; articleId: string; sameAs: string }
  | ({ kind: 'blankLeft'; quote: string; start: number; end: number } & BlankPlace);

/** What templates leave to be filled in: crosses, underscores, 某某, empty brackets, gaps before 年月日元. */
const blank = /[×✕Ｘ]{1,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[_＿]{2,}|某某|〇〇|○○|[（(][\s　]+[）)]|[\s　]{2,}(?=[元年月日])/gu;

/** Shorter texts repeat by chance. */
const shortestDuplicate = 6;

/** What a person should look at before a text is sent for review: empty or repeated articles, references to nothing, blanks. In reading order. */
export function checkStructure(document: ConventionDocument): StructureFault[] {
  const numbering = numberDocument(document);
  const faults: StructureFault[] = [];
  const first = new Map<string, string>();
  const blanksIn = (text: string, place: BlankPlace) => {
    for (const match of text.matchAll(blank)) {
      faults.push({ kind: 'blankLeft', quote: match[0], start: match.index, end: match.index + match[0].length, ...place });
    }
  };
  const partsBefore = new Set(['title', 'subtitle', 'preamble']);
  const checkParts = (isBefore: boolean) => {
    for (const part of document.content) {
      if (partsBefore.has(part.type) !== isBefore) continue;
      if (part.type === 'title') blanksIn(inlineText(part.content, numbering), { part: part.type });
      else if (part.type === 'subtitle' || part.type === 'preamble' || part.type === 'verse' || part.type === 'closing') {
        blanksIn(part.content.map((paragraph) => inlineText(paragraph.content, numbering)).join('\n'), { part: part.type });
      }
    }
  };

  checkParts(true);
  for (const { article } of articlesOf(document)) {
    const articleId = article.attrs.id;
    const text = articleText(article, numbering);
    const words = text.normalize('NFKC').replace(/[\p{P}\p{Z}\s]/gu, '');
    if (words === '') faults.push({ kind: 'emptyArticle', articleId });
    const sameAs = first.get(words);
    if (words.length >= shortestDuplicate) {
      if (sameAs === undefined) first.set(words, articleId);
      else faults.push({ kind: 'duplicateArticle', articleId, sameAs });
    }
    for (const target of targetsIn(article)) {
      if (!numbering.numbers.has(target)) faults.push({ kind: 'danglingReference', articleId, target });
    }
    blanksIn(text, { articleId });
  }
  checkParts(false);
  return faults;
}

function targetsIn(article: Article): string[] {
  const targets: string[] = [];
  const visit = (content: readonly Inline[] | undefined) => {
    for (const inline of content ?? []) if (inline.type === 'articleReference') targets.push(inline.attrs.target);
  };
  for (const child of article.content) {
    if (child.type !== 'itemList') {
      visit(child.content);
      continue;
    }
    for (const item of child.content) {
      for (const inner of item.content) {
        if (inner.type === 'paragraph') visit(inner.content);
        else for (const subitem of inner.content) for (const paragraph of subitem.content) visit(paragraph.content);
      }
    }
  }
  return targets;
}
