import type { Article, Chapter, ConventionDocument, NumberingStyle, Paragraph, Part, Section } from '#core/document/document.ts';
import { annexNode, type AnnexLines } from '#core/document/parsing/annexes.ts';
import { articleContent } from '#core/document/parsing/articleContent.ts';
import { printedTexts, type Head } from '#core/document/parsing/frame.ts';
import { articlesOfDraft, printedText, type DraftArticle, type DraftBody, type DraftChapter, type DraftText } from '#core/document/parsing/draft.ts';
import { resolveReferences, type ArticleLookup } from '#core/document/parsing/references.ts';
import type { MarkerFamily } from '#core/document/parsing/markers.ts';

export type DocumentDraft = {
  head: Head;
  body: DraftBody;
  verse: readonly DraftText[];
  closing: readonly string[];
  annexes: readonly AnnexLines[];
};

export type BuiltDocument = {
  document: ConventionDocument;
  doubtfulReferences: string[];
  /** chapter or section id → its number as printed in the source */
  headingLabels: Map<string, string>;
  /** chapter or section id → the 0-based line of its heading */
  headingLines: Map<string, number>;
};

/** The numbering style that prints a family's numbers, as near as the four styles come. */
export function numberingStyleOf(family: MarkerFamily | undefined): NumberingStyle {
  switch (family) {
    case 'articleWord':
      return 'article';
    case 'ordinal':
    case 'chinese':
    case 'parenthesizedChinese':
    case 'chapterWord':
    case 'sectionWord':
    case 'ownChinese':
      return 'chinese';
    case 'arabic':
    case 'decimal':
    case 'parenthesizedArabic':
    case 'circled':
    case 'ownArabic':
      return 'arabic';
    default:
      return 'none';
  }
}

/** The family of the numbers that most articles carry. */
export function mainFamily(body: DraftBody): MarkerFamily | undefined {
  const counts = new Map<MarkerFamily | undefined, number>();
  for (const { lead } of articlesOfDraft(body)) counts.set(lead.marker?.family, (counts.get(lead.marker?.family) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function restartsInChapters(body: DraftBody): boolean {
  let restarts = 0;
  let goesOn = 0;
  let last = 0;
  for (const part of body) {
    const articles = articlesOfDraft([part]);
    const first = articles[0]?.value;
    if (part.kind === 'chapter' && first !== undefined && last > 0) {
      if (first === 1) restarts += 1;
      else if (first === last + 1) goesOn += 1;
    }
    last = articles.at(-1)?.value ?? last;
  }
  return restarts > goesOn;
}

/** Builds the document of a draft; mentions of its own articles become references by the printed numbers. */
export function buildDocument(draft: DocumentDraft, newId: () => string): BuiltDocument {
  const { body } = draft;
  const scope = restartsInChapters(body) ? 'chapter' : 'document';
  const doubtfulReferences: string[] = [];
  const headingLabels = new Map<string, string>();
  const headingLines = new Map<string, number>();
  const inDocument = numberLookup(articlesOfDraft(body));
  let inChapter = inDocument;
  const lookup: ArticleLookup = (value, isChapterMeant) => (isChapterMeant ? inChapter : inDocument)(value);

  const paragraph = (text: string): Paragraph => {
    if (text === '') return { type: 'paragraph' };
    const { content, doubtful } = resolveReferences(text, lookup);
    for (const words of doubtful) doubtfulReferences.push(words);
    return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
  };
  const paragraphs = (texts: readonly string[]): Paragraph[] => texts.map(paragraph);
  const article = (part: DraftArticle): Article => ({
    type: 'article',
    attrs: { id: part.id },
    content: articleContent(part, paragraph, newId),
  });
  const headedId = ({ marker, from }: DraftText): string => {
    const id = newId();
    headingLines.set(id, from);
    if (marker !== undefined) headingLabels.set(id, marker.label);
    return id;
  };
  const heading = (text: DraftText) => ({ type: 'heading' as const, content: paragraph(text.text).content });

  const chapter = (part: DraftChapter): Chapter => {
    inChapter = numberLookup(articlesOfDraft([part]));
    const children = part.children.map((child): Article | Section => {
      if (child.kind === 'article') return article(child);
      return { type: 'section', attrs: { id: headedId(child.heading) }, content: [heading(child.heading), ...child.articles.map(article)] };
    });
    const lead = part.lead.map((text) => paragraph(printedText(text)));
    const node: Chapter = { type: 'chapter', attrs: { id: headedId(part.heading) }, content: [heading(part.heading), ...lead, ...children] };
    inChapter = inDocument;
    return node;
  };

  const content: Part[] = [{ type: 'title', content: paragraph(draft.head.title).content }];
  const subtitle = printedTexts(draft.head.subtitle);
  const preamble = printedTexts(draft.head.preamble);
  if (subtitle.length > 0) content.push({ type: 'subtitle', content: paragraphs(subtitle) });
  if (preamble.length > 0) content.push({ type: 'preamble', content: paragraphs(preamble) });
  for (const part of body) content.push(part.kind === 'article' ? article(part) : chapter(part));
  const verse = printedTexts(draft.verse);
  if (verse.length > 0) content.push({ type: 'verse', content: paragraphs(verse) });
  if (draft.closing.length > 0) content.push({ type: 'closing', content: paragraphs(draft.closing) });
  for (const annex of draft.annexes) content.push(annexNode(annex, newId(), (text) => plainParagraph(text)));
  const document: ConventionDocument = {
    type: 'document',
    attrs: { numberingStyle: numberingStyleOf(mainFamily(body)), numberingScope: scope },
    content,
  };
  return { document, doubtfulReferences, headingLabels, headingLines };
}

function plainParagraph(text: string): Paragraph {
  return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
}

function numberLookup(articles: readonly DraftArticle[]): (value: number) => string | undefined {
  const byValue = new Map<number, string | undefined>();
  for (const { id, value } of articles) {
    if (value !== undefined) byValue.set(value, byValue.has(value) ? undefined : id);
  }
  return (value) => byValue.get(value);
}
