import type { Inline } from '#core/document/document.ts';
import { parseNumeral } from '#core/text/chineseNumeral.ts';

const mention = /第[\s　]{0,2}([〇零○一二三四五六七八九十百廿卅]{1,7}|[0-9０-９]{1,3})[\s　]{0,2}[条條]/gu;
const foreign = /(?:》|法|法典|条例|办法|章程|合同|细则|决定|意见|规定)[\s　]?(?:[（(][^）)]{0,30}[）)])?的?$/u;
const own = /(?:本(?:村规民约|村民公约|居民公约|公约|规约|村规|民约|约|章)|按照?|依照?|照|违反|根据|依据|上述|前述|以上|参照|适用|符合|触犯|犯|有|除|见)[\s　]?的?$/u;
const chained = /^[\s　]*(?:、|，|和|及|与|或|或者|以及|至|到|—|-)[\s　]*(?:第[^，。；]{1,6}款)?$/u;

/** Behind a number at the start of a clause these words speak of an article of the same text: 第二条第一款规定的事项. */
const citedAfter = /^[\s　]*(?:第[一二三四五六七八九十]{1,3}[款项]|的?规定|所列|所规定)/u;

/** Looks up the article that was printed with a number, in the whole document or in the chapter at hand; more than one or none is no answer. */
export type ArticleLookup = (value: number, inChapter: boolean) => string | undefined;

export type ResolvedText = { content: Inline[]; doubtful: string[] };

const longestText = 100_000;

function textNodes(text: string): Inline[] {
  const nodes: Inline[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + longestText);
    const code = text.charCodeAt(end - 1);
    if (end < text.length && code >= 0xd800 && code <= 0xdbff) end += 1;
    nodes.push({ type: 'text', text: text.slice(start, end) });
    start = end;
  }
  return nodes;
}

/** Turns mentions of this document's own articles into references; a mention that may mean another text stays as it is. */
export function resolveReferences(text: string, lookup: ArticleLookup): ResolvedText {
  const content: Inline[] = [];
  const doubtful: string[] = [];
  let from = 0;
  let previous: { end: number; resolved: boolean } | undefined;
  for (const match of text.matchAll(mention)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const between = previous === undefined ? undefined : text.slice(previous.end, match.index);
    const isChained = between !== undefined && chained.test(between);
    const isForeign = isChained ? previous?.resolved === false : foreign.test(before) && !own.test(before);
    const end = match.index + match[0].length;
    const value = parseNumeral(match[1] ?? '');
    const target = value === undefined || isForeign ? undefined : lookup(value, /本章的?$/u.test(before));
    const startsClause = before === '' || /[。；，：;,:\n]$/u.test(before);
    const isOwn = isChained ? previous?.resolved === true : own.test(before) || (startsClause && citedAfter.test(text.slice(end, end + 8)));
    const resolved = target !== undefined && isOwn;
    if (resolved && content.length < 4_000) {
      content.push(...textNodes(text.slice(from, match.index)), { type: 'articleReference', attrs: { target } });
      from = end;
    } else if (!isForeign) {
      doubtful.push(text.slice(Math.max(0, match.index - 12), Math.min(text.length, end + 6)));
    }
    previous = { end, resolved };
  }
  content.push(...textNodes(text.slice(from)));
  return { content, doubtful };
}
