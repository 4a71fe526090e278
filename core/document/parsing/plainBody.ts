import { chineseNumeral } from '#core/text/chineseNumeral.ts';
import { printedText, type DraftArticle, type DraftBody, type DraftChapter, type DraftText } from '#core/document/parsing/draft.ts';
import { headingLikeness } from '#core/document/parsing/lineCues.ts';
import { displayWidth } from '#core/document/parsing/sourceLines.ts';

/** Below this share of topic-like lines the topic lines are headings; above it they are the rules themselves (a list of slogans). */
const mostHeadings = 0.55;

function isTopic(text: DraftText): boolean {
  return text.marker === undefined && displayWidth(text.text) <= 18 && headingLikeness(text.text) >= 0.75;
}

/** The body of a text without numbers: every paragraph is an article, short topic lines are headings or captions. */
export function plainBody(texts: readonly DraftText[], newId: () => string): DraftBody {
  const topics = texts.filter(isTopic).length;
  const usesTopics = topics > 0 && topics <= texts.length * mostHeadings;
  const groups: { heading: DraftText | undefined; articles: DraftArticle[] }[] = [];
  texts.forEach((text, order) => {
    const next = texts[order + 1];
    if (usesTopics && isTopic(text) && next !== undefined && !isTopic(next)) {
      groups.push({ heading: text, articles: [] });
      return;
    }
    if (groups.length === 0) groups.push({ heading: undefined, articles: [] });
    const articles = groups.at(-1)?.articles ?? [];
    const last = articles.at(-1);
    if (text.marker !== undefined && last !== undefined) last.rest.push(text);
    else articles.push({ kind: 'article', id: newId(), label: '', value: undefined, lead: unnumbered(text), rest: [] });
  });
  const headed = groups.filter((group) => group.heading !== undefined);
  const single = headed.filter((group) => group.articles.length === 1);
  if (headed.length > 1 && single.length >= headed.length * 0.8) {
    return groups.flatMap(({ heading, articles }) => articles.map((article, order) => (order === 0 && heading !== undefined ? captioned(heading, article) : article)));
  }
  return groups.flatMap(({ heading, articles }): DraftBody => {
    if (heading === undefined) return articles;
    const chapter: DraftChapter = { kind: 'chapter', heading, lead: [], children: articles };
    return [chapter];
  });
}

/** A number that begins no series stays among the words. */
function unnumbered(text: DraftText): DraftText {
  const { marker, ...rest } = text;
  return marker === undefined ? text : { ...rest, text: printedText(text) };
}

function captioned(heading: DraftText, article: DraftArticle): DraftArticle {
  return { ...article, lead: heading, rest: [article.lead, ...article.rest] };
}

/** Fewer links are a manner of speaking (一来…，二来…). */
const shortestChain = 4;

/** Parts a sentence that counts its rules itself: 一不准…；二不准…；三不准…, its lead before it and what follows it behind. The numbers stay words of the rules. */
export function splitChain(text: DraftText): DraftText[] {
  const begin = /(?:^|[：:。])[\s　]*(?=一[^、.．])/u.exec(text.text);
  if (text.marker !== undefined || begin === null) return [text];
  const starts = [begin.index + begin[0].length];
  for (const match of text.text.matchAll(/[；;。，,]\s*/gu)) {
    const at = match.index + match[0].length;
    if (at > (starts.at(-1) ?? 0) && text.text.startsWith(chineseNumeral(starts.length + 1), at)) starts.push(at);
  }
  if (starts.length < shortestChain) return [text];
  const last = starts.at(-1) ?? 0;
  const stop = text.text.indexOf('。', last);
  const end = stop < 0 ? text.text.length : stop + 1;
  const bounds = [0, ...starts, end, text.text.length];
  return bounds.flatMap((from, order) => {
    const piece = text.text.slice(from, bounds[order + 1]).trim();
    return piece === '' || order === bounds.length - 1 ? [] : [{ ...text, text: piece }];
  });
}
