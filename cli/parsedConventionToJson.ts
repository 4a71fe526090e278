import { parseWarningTexts } from '#contract/parseWarnings.ts';
import { inlineText } from '#core/document/articleText.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { Annex, Chapter, Paragraph, Section } from '#core/document/document.ts';
import { numberDocument, type Numbering } from '#core/document/numberDocument.ts';
import type { ParsedConvention, ParseWarning } from '#core/document/parseConvention.ts';

/** What `xiangyue parse` prints; a stable format. Indexes are 0-based, numbers 1-based. */
export type ParsedConventionJson = {
  title: string;
  subtitle: string[];
  kind: ParsedConvention['kind'];
  style: ParsedConvention['style'];
  preamble: string[];
  /** a section stands behind its chapter, with its printed number in the heading; its articles are the chapter's too */
  chapters: { heading: string; articles: number[]; label: string; paragraphs: string[] }[];
  /** label and text as the source prints them */
  articles: { number: number; label: string; text: string }[];
  verse: string[];
  closing: string[];
  annexes: { heading: string; text: string }[];
  warnings: string[];
};

/** One sentence for a warning: what it is about and the words of the source. */
function warningText({ text, reason }: ParseWarning): string {
  const meaning = parseWarningTexts[reason];
  return text === '' ? meaning : `${meaning}：${text}`;
}

/** The result of parseConvention in the stable format of the command line. */
export function parsedConventionToJson(parsed: ParsedConvention): ParsedConventionJson {
  const { document } = parsed;
  const numbering = numberDocument(document);
  const placed = articlesOf(document);
  const textsOf = (type: 'subtitle' | 'preamble' | 'verse' | 'closing'): string[] =>
    document.content.flatMap((part) => (part.type === type ? part.content.map((paragraph) => paragraphText(paragraph, numbering)) : []));
  return {
    title: document.content.map((part) => (part.type === 'title' ? inlineText(part.content, numbering) : '')).join(''),
    subtitle: textsOf('subtitle'),
    kind: parsed.kind,
    style: parsed.style,
    preamble: textsOf('preamble'),
    chapters: chaptersJson(parsed, numbering),
    articles: placed.map(({ article, index }) => ({
      number: numbering.numbers.get(article.attrs.id) ?? index + 1,
      label: parsed.labels.get(article.attrs.id) ?? '',
      text: parsed.printedTexts.get(article.attrs.id) ?? '',
    })),
    verse: textsOf('verse'),
    closing: textsOf('closing'),
    annexes: document.content.flatMap((part) => (part.type === 'annex' ? [annexJson(part, numbering)] : [])),
    warnings: parsed.warnings.map(warningText),
  };
}

function chaptersJson({ document, headingLabels }: ParsedConvention, numbering: Numbering): ParsedConventionJson['chapters'] {
  const placed = articlesOf(document);
  return document.content.flatMap((part) => {
    if (part.type !== 'chapter') return [];
    const paragraphs = part.content.flatMap((child) => (child.type === 'paragraph' ? [paragraphText(child, numbering)] : []));
    const sections = part.content.flatMap((child) => {
      if (child.type !== 'section') return [];
      const label = headingLabels.get(child.attrs.id) ?? '';
      const words = headingText(child.content, numbering);
      const articles = placed.filter(({ section }) => section === child).map(({ index }) => index);
      return [{ heading: joinedHeading(label, words), articles, label, paragraphs: [] }];
    });
    const articles = placed.filter(({ chapter }) => chapter === part).map(({ index }) => index);
    return [{ heading: headingText(part.content, numbering), articles, label: headingLabels.get(part.attrs.id) ?? '', paragraphs }, ...sections];
  });
}

function headingText(content: (Chapter | Section)['content'], numbering: Numbering): string {
  return content.map((child) => (child.type === 'heading' ? inlineText(child.content, numbering) : '')).join('');
}

/** 第一节 婚姻家庭, but （一）婚姻家庭. */
function joinedHeading(label: string, words: string): string {
  return label === '' || words === '' || /[\p{P}]$/u.test(label) ? `${label}${words}` : `${label} ${words}`;
}

function paragraphText(paragraph: Paragraph, numbering: Numbering): string {
  return inlineText(paragraph.content, numbering);
}

function annexJson(annex: Annex, numbering: Numbering): { heading: string; text: string } {
  let heading = '';
  const lines: string[] = [];
  for (const child of annex.content) {
    if (child.type === 'heading') heading = inlineText(child.content, numbering);
    else if (child.type === 'paragraph') lines.push(paragraphText(child, numbering));
    else for (const row of child.content) lines.push(row.content.map((cell) => inlineText(cell.content, numbering)).join('\t'));
  }
  return { heading, text: lines.join('\n') };
}
