import type { TextPoint } from './selectedRange.ts';

/**
 * The place in the document of a point on the page. Pieces of text carry `data-from`, their UTF-16 offset in the
 * articleText of the nearest `data-article`; flags and hints between them carry none. Undefined outside of articles.
 */
export function textPoint(node: Node, offset: number): TextPoint | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const article = element?.closest<HTMLElement>('[data-article]');
  const articleId = article?.dataset['article'];
  if (article === undefined || article === null || articleId === undefined) return undefined;
  const piece = node instanceof Text ? element?.closest<HTMLElement>('[data-from]') : undefined;
  if (piece !== undefined && piece !== null) return { articleId, offset: Number(piece.dataset['from']) + offset };
  const before = document.createRange();
  before.setStart(article, 0);
  before.setEnd(node, offset);
  let reached = 0;
  for (const one of article.querySelectorAll<HTMLElement>('[data-from]')) {
    const text = one.firstChild;
    if (text instanceof Text && before.comparePoint(text, text.length) <= 0) reached = Number(one.dataset['from']) + text.length;
  }
  return { articleId, offset: reached };
}
