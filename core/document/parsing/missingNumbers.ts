import { articlesOfDraft, type DraftArticle, type DraftBody, type DraftChapter, type DraftSection, type DraftText } from '#core/document/parsing/draft.ts';
import { endsSentence, headingLikeness, isPreamble } from '#core/document/parsing/lineCues.ts';

/** Where many articles have further paragraphs, a paragraph in a gap of the numbers is nothing unusual. */
const mostWithParagraphs = 0.25;

function isRule(text: DraftText | undefined): text is DraftText {
  return text !== undefined && text.role === 'text' && text.text.length >= 6 && /[。！；]$/u.test(text.text) && endsSentence(text.text);
}

function articleOf(text: DraftText, value: number, newId: () => string): DraftArticle {
  return { kind: 'article', id: newId(), label: '', value, lead: text, rest: [] };
}

/**
 * Finds the articles whose number was left out: between 第二条 and 第四条 stands a paragraph of its own, or one above 第二条.
 * Changes the body and the preamble; returns the articles found.
 */
export function missingNumbers(body: DraftBody, preamble: DraftText[], newId: () => string): DraftArticle[] {
  const articles = articlesOfDraft(body);
  if (articles.length < 3 || articles.filter(({ rest }) => rest.length > 0).length > articles.length * mostWithParagraphs) return [];
  const found: DraftArticle[] = [];
  const splitList = (list: (DraftArticle | DraftSection | DraftChapter)[]) => {
    for (let at = 0; at + 1 < list.length; at += 1) {
      const [own, next] = [list[at], list[at + 1]];
      if (own?.kind !== 'article' || next?.kind !== 'article' || own.value === undefined || next.value !== own.value + 2) continue;
      const [text] = own.rest;
      if (own.rest.length !== 1 || !isRule(text) || own.lead.text === '' || headingLikeness(own.lead.text) >= 0.75) continue;
      const article = articleOf(text, own.value + 1, newId);
      own.rest = [];
      list.splice(at + 1, 0, article);
      found.push(article);
    }
  };
  splitList(body);
  for (const part of body) {
    if (part.kind !== 'chapter') continue;
    splitList(part.children);
    for (const child of part.children) if (child.kind === 'section') splitList(child.articles);
  }
  const [first] = body;
  const above = preamble.at(-1);
  if (first?.kind === 'article' && first.value === 2 && isRule(above) && !isPreamble(above.text)) {
    preamble.pop();
    const article = articleOf(above, 1, newId);
    body.unshift(article);
    found.push(article);
  }
  return found;
}
