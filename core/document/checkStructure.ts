import { articleText, inlineText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { Article, ConventionDocument, Inline, Part } from '#core/document/document.ts';
import { numberDocument, type Numbering } from '#core/document/numberDocument.ts';

/** Where a blank was left: an article, or a part of the document that has no articles. */
type BlankPlace = { articleId: string } | { part: 'title' | 'subtitle' | 'preamble' | 'verse' | 'closing' };

/** `start`, `end`: UTF-16 offsets in the article's text, or in the part's paragraphs joined by LF. */
export type StructureFault =
  | { kind: 'emptyArticle'; articleId: string }
  | { kind: 'danglingReference'; articleId: string; target: string }
  | { kind: 'duplicateArticle'; articleId: string; sameAs: string }
  | ({ kind: 'blankLeft'; quote: string; start: number; end: number } & BlankPlace)
  | { kind: 'oldAdoption'; part: 'title' | 'subtitle' | 'closing'; quote: string; start: number; end: number };

/** What templates leave to be filled in: crosses, underscores, 某某, empty brackets, gaps before 年月日元. */
const blank = /[×✕Ｘ]{1,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[_＿]{2,}|某某|(?<![一二三四五六七八九])[〇○]{2}|[（(][\s　]+[）)]|[\s　]{2,}(?=[元年月日])/gu;

const date =
  /(?:(?:19|20)\d\d|[一二][〇○零0一二三四五六七八九]{3})\s*年(?:\s*[\d一二三四五六七八九十]{1,3}\s*月)?(?:\s*[\d一二三四五六七八九十]{1,3}\s*[日号])?|(?:19|20)\d\d([.\-/])\d{1,2}\1\d{1,2}/u;
const adoptionWord = /通过|修订|修正|修改|公布|发布|颁布|制定|施行|实施|执行|生效/u;

/** Shorter texts repeat by chance. */
const shortestDuplicate = 6;

/**
 * Whether a line around the articles tells when a text was adopted, changed or posted, or is dated under a signature. Such dates
 * belong to the vote and the filing; what an old text says of its own would stand on the print of the next.
 */
function isOldAdoption(line: string, part: 'title' | 'subtitle' | 'closing'): boolean {
  const plain = line.normalize('NFKC').trim();
  const match = date.exec(plain);
  if (match === null) return false;
  if (adoptionWord.test(plain)) return true;
  const isDated = plain.slice(match.index + match[0].length).replace(/[\p{P}\s]/gu, '') === '';
  return isDated && (part === 'closing' || plain.slice(0, match.index).replace(/[\p{P}\s]/gu, '') === '');
}

/**
 * What a person should look at before a text is sent for review: empty or repeated articles, references to nothing, blanks, the
 * date of an earlier adoption. In reading order.
 */
export function checkStructure(document: ConventionDocument): StructureFault[] {
  const numbering = numberDocument(document);
  const faults: StructureFault[] = [];
  const first = new Map<string, string>();
  const blanksIn = (text: string, place: BlankPlace) => {
    for (const match of text.matchAll(blank)) {
      faults.push({ kind: 'blankLeft', quote: match[0], start: match.index, end: match.index + match[0].length, ...place });
    }
  };
  const oldAdoptionsIn = (text: string, part: 'title' | 'subtitle' | 'closing') => {
    let start = 0;
    for (const line of text.split('\n')) {
      if (isOldAdoption(line, part)) faults.push({ kind: 'oldAdoption', part, quote: line, start, end: start + line.length });
      start += line.length + 1;
    }
  };
  const partsBefore = new Set(['title', 'subtitle', 'preamble']);
  const checkParts = (isBefore: boolean) => {
    for (const part of document.content) {
      if (partsBefore.has(part.type) !== isBefore) continue;
      const text = partText(part, numbering);
      if (text === undefined) continue;
      blanksIn(text.words, { part: text.part });
      if (text.part !== 'preamble' && text.part !== 'verse') oldAdoptionsIn(text.words, text.part);
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

/** The text of a part that has no articles; undefined for chapters, articles and annexes. */
function partText(part: Part, numbering: Numbering) {
  switch (part.type) {
    case 'title':
      return { part: part.type, words: inlineText(part.content, numbering) };
    case 'subtitle':
    case 'preamble':
    case 'verse':
    case 'closing':
      return { part: part.type, words: part.content.map((paragraph) => inlineText(paragraph.content, numbering)).join('\n') };
    default:
      return undefined;
  }
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
