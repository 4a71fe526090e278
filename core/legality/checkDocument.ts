import { articleText, inlineText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { Annex, ConventionDocument, ConventionKind, Paragraph, Part } from '#core/document/document.ts';
import { numberDocument, type Numbering } from '#core/document/numberDocument.ts';
import { articleHeading } from '#core/legality/articleHeading.ts';
import { checkArticle } from '#core/legality/checkArticle.ts';
import type { Finding, RuleSet } from '#core/legality/rule.ts';

type TextPart = { part: NonNullable<Finding['part']>; text: string };

function paragraphsText(paragraphs: readonly Paragraph[], numbering: Numbering): string {
  return paragraphs.map((paragraph) => inlineText(paragraph.content, numbering)).join('\n');
}

function annexText(annex: Annex, numbering: Numbering): string {
  return annex.content
    .filter((child) => child.type !== 'heading')
    .map((child) =>
      child.type === 'table'
        ? child.content.map((row) => row.content.map((cell) => inlineText(cell.content, numbering)).join('\t')).join('\n')
        : inlineText(child.content, numbering),
    )
    .join('\n');
}

function textOf(part: Part, numbering: Numbering): TextPart | undefined {
  switch (part.type) {
    case 'title':
      return { part: 'title', text: inlineText(part.content, numbering) };
    case 'preamble':
    case 'verse':
    case 'closing':
      return { part: part.type, text: paragraphsText(part.content, numbering) };
    case 'annex':
      return { part: 'annex', text: annexText(part, numbering) };
    case 'chapter': {
      const opening = part.content.filter((child) => child.type === 'paragraph');
      return opening.length === 0 ? undefined : { part: 'document', text: paragraphsText(opening, numbering) };
    }
    case 'subtitle':
    case 'article':
      return undefined;
  }
}

function annexHeading(part: Part, numbering: Numbering): string {
  if (part.type !== 'annex') return '';
  const heading = part.content.find((child) => child.type === 'heading');
  return heading === undefined ? '' : inlineText(heading.content, numbering);
}

/** Topics that the whole text does not touch. */
function missingTopics(text: string, kind: ConventionKind, rules: RuleSet): Finding[] {
  return rules.topics
    .filter((topic) => topic.scope.includes(kind) && !topic.words.some((word) => text.includes(word)))
    .map((topic) => ({
      rule: 'theme-missing',
      severity: 'consider' as const,
      article: -1,
      part: 'document' as const,
      start: 0,
      end: 0,
      quote: '',
      message: topic.message,
      basis: topic.bases.map(({ law, article }) => ({ law, article })),
      suggestion: topic.suggestion,
    }));
}

/**
 * Reads a whole document against the rules: every article under its headings, the other parts, and what the text as a whole lacks.
 * @returns findings in reading order (articles, parts, document), within one article or part the gravest first.
 * Offsets count in articleText or, with `part`, in that part's paragraphs joined by \n (annex: without its heading, cells parted by a tab).
 */
export function checkDocument(document: ConventionDocument, kind: ConventionKind, rules: RuleSet): Finding[] {
  const numbering = numberDocument(document);
  const findings: Finding[] = [];
  const texts: string[] = [];
  for (const placed of articlesOf(document)) {
    const text = articleText(placed.article, numbering);
    texts.push(text);
    for (const finding of checkArticle({ text, kind, heading: articleHeading(placed, numbering) }, rules)) {
      findings.push({ ...finding, article: placed.index, articleId: placed.article.attrs.id });
    }
  }
  for (const part of document.content) {
    const textPart = textOf(part, numbering);
    if (textPart === undefined) continue;
    texts.push(textPart.text);
    for (const finding of checkArticle({ text: textPart.text, kind, heading: annexHeading(part, numbering) }, rules)) {
      findings.push({ ...finding, article: -1, part: textPart.part });
    }
  }
  return [...findings, ...missingTopics(texts.join('\n'), kind, rules)];
}
