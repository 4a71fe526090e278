import type { SimilarityReport, SimilarityText } from '#contract/similarity.ts';

/** 第2村 before 第10村. One for all comparisons: thousands of names are sorted while a person types. */
const collator = new Intl.Collator('zh', { numeric: true });

export type SimilarityOrder = 'alike' | 'place' | 'topics';

export type SimilarityRow = { index: number; text: SimilarityText };

/** Same and nearly same articles in percent of all articles of the text, rounded down: 100 means all. */
export function sharedPercent({ articles }: { articles: number }, { same, near }: { same: number; near: number }): number {
  return articles === 0 ? 0 : Math.floor((100 * (same + near)) / articles);
}

/** 40 条中相同 35 条、相近 5 条 */
export function sharedSentence(articles: number, { same, near }: { same: number; near: number }): string {
  const parts = [same > 0 ? `相同 ${same} 条` : '', near > 0 ? `相近 ${near} 条` : ''].filter(Boolean);
  return `${articles} 条中${parts.length === 0 ? '没有相同相近的' : parts.join('、')}`;
}

/** What decides how alike a text is: the template where there is one, else the closest other text. */
function alikeness({ text }: SimilarityRow): number {
  const shared = text.template ?? text.closest;
  return shared === null ? 0 : sharedPercent(text, shared);
}

/** The villages that match the words, in the order that is asked for; the template is no village. */
export function similarityRows({ texts, template }: SimilarityReport, words: string, order: SimilarityOrder): SimilarityRow[] {
  const wanted = words.trim();
  const rows = texts
    .map((text, index) => ({ index, text }))
    .filter(({ index, text }) => index !== template && [text.name, text.place, text.title].some((part) => part.includes(wanted)));
  const byPlace = (one: SimilarityRow, other: SimilarityRow) =>
    collator.compare(one.text.place, other.text.place) || collator.compare(one.text.name, other.text.name) || one.index - other.index;
  return rows.sort((one, other) => {
    if (order === 'alike') return alikeness(other) - alikeness(one) || byPlace(one, other);
    if (order === 'topics') return other.text.missingTopics.length - one.text.missingTopics.length || byPlace(one, other);
    return byPlace(one, other);
  });
}

/** 比了 38 份：2 组雷同，共 21 份。 */
export function reportSentence({ texts, groups, template }: SimilarityReport): string {
  const count = texts.length - (template === null ? 0 : 1);
  if (groups.length === 0) return `比了 ${count} 份，没有雷同的组。`;
  const members = groups.reduce((sum, group) => sum + group.members.length, 0);
  return `比了 ${count} 份：${groups.length} 组雷同，共 ${members} 份。`;
}
