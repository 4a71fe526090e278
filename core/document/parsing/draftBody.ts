import type { DraftArticle, DraftBody, DraftChapter, DraftSection, DraftText } from '#core/document/parsing/draft.ts';
import { headingLikeness } from '#core/document/parsing/lineCues.ts';
import { isHeading } from '#core/document/parsing/reading.ts';

/**
 * Nests the texts of a reading: headings hold articles, articles hold items and further paragraphs.
 * A heading without articles below it gets them from what stands there: a sentence under a heading's number is an article itself,
 * a numbered list or paragraphs below a topic are its articles.
 */
export function draftBody(texts: readonly DraftText[], newId: () => string): DraftBody {
  const body: DraftBody = [];
  const deepest = texts.reduce((most, text) => (text.role === 'heading' && text.depth > most ? text.depth : most), 0);
  let at = 0;
  const first = (): DraftText | undefined => texts[at];

  const takeArticles = (): DraftArticle[] => {
    const articles: DraftArticle[] = [];
    for (let text = first(); text !== undefined && !isHeading(text); text = first()) {
      const last = articles.at(-1);
      if (text.role === 'article' || last === undefined) articles.push(articleFrom(text, newId));
      else last.rest.push(text);
      at += 1;
    }
    return articles;
  };

  const takeLoose = (): DraftText[] => {
    const loose: DraftText[] = [];
    for (let text = first(); text !== undefined && !isHeading(text) && text.role !== 'article'; text = first()) {
      loose.push(text);
      at += 1;
    }
    return loose;
  };

  /** The unnumbered texts below a heading; one whose number stands on a line of its own takes its words from the next line. */
  const takeTitled = (heading: DraftText): { heading: DraftText; loose: DraftText[] } => {
    const below = first();
    const isTitle = below !== undefined && (below.role === 'bareHeading' || (below.role === 'text' && headingLikeness(below.text) >= 0.75));
    if (heading.text !== '' || !isTitle) return { heading, loose: takeLoose() };
    at += 1;
    return { heading: { ...heading, text: below.text, to: below.to }, loose: takeLoose() };
  };

  while (at < texts.length) {
    const text = first();
    if (text === undefined) break;
    if (!isHeading(text)) {
      for (const article of takeArticles()) body.push(article);
      continue;
    }
    at += 1;
    const { heading, loose: lead } = takeTitled(text);
    const chapter: DraftChapter = { kind: 'chapter', heading, lead, children: [] };
    chapter.children = takeArticles();
    const opensSections = text.role === 'heading' && text.depth === 0 && deepest > 0;
    for (let inner = first(); inner !== undefined && belongsBelow(text, inner, opensSections); inner = first()) {
      at += 1;
      const { heading: innerHeading, loose } = takeTitled(inner);
      const numbered = takeArticles();
      const { articles, keepsHeading } =
        numbered.length > 0
          ? { articles: [...articlesFromLoose(loose, newId), ...numbered], keepsHeading: true }
          : articlesFromHeading(innerHeading, loose, newId);
      const section: DraftSection = { kind: 'section', heading: innerHeading, articles };
      for (const child of keepsHeading ? [section] : articles) chapter.children.push(child);
    }
    if (chapter.children.length > 0) body.push(chapter);
    else {
      const { articles, keepsHeading } = articlesFromHeading(heading, chapter.lead, newId);
      if (keepsHeading) body.push({ ...chapter, lead: [], children: articles });
      else for (const article of articles) body.push(article);
    }
  }
  return body;
}

function belongsBelow(chapter: DraftText, inner: DraftText, opensSections: boolean): boolean {
  if (!isHeading(inner)) return false;
  if (inner.role === 'bareHeading') return chapter.role === 'heading';
  return opensSections && inner.depth > chapter.depth;
}

function articleFrom(text: DraftText, newId: () => string): DraftArticle {
  const isNumbered = text.role === 'article' || text.role === 'heading' || text.role === 'item';
  const marker = isNumbered ? text.marker : undefined;
  return { kind: 'article', id: newId(), label: marker?.label ?? '', value: marker?.value, lead: text, rest: [] };
}

/** A numbered list right below a heading carries its articles when it begins the text there; else every paragraph is one. */
function articlesFromLoose(loose: readonly DraftText[], newId: () => string): DraftArticle[] {
  const family = loose.find((text) => text.role === 'item')?.marker?.family;
  const articles: DraftArticle[] = [];
  for (const text of loose) {
    const last = articles.at(-1);
    const starts = family === undefined ? text.role !== 'item' : text.role === 'item' && text.marker?.family === family;
    if (starts || last === undefined) articles.push(articleFrom(text, newId));
    else last.rest.push(text);
  }
  return articles;
}

/** The articles of a heading that has none: its paragraphs below a topic, or the heading itself where it is a sentence. */
function articlesFromHeading(
  heading: DraftText,
  loose: readonly DraftText[],
  newId: () => string,
): { articles: DraftArticle[]; keepsHeading: boolean } {
  if (loose.length > 0 && headingLikeness(heading.text) >= 0.5) {
    return { articles: articlesFromLoose(loose, newId), keepsHeading: true };
  }
  const article = articleFrom(heading, newId);
  article.rest = [...loose];
  return { articles: [article], keepsHeading: false };
}
