import type { ComparedArticle, DocumentComparison, InlineChange } from '#core/comparison/comparison.ts';
import { comparisonKey } from '#core/comparison/comparisonKey.ts';

type Row = DocumentComparison['rows'][number];

/** A sentence that stands word for word in another article, or elsewhere in its own. `from` and `to` are rows of the comparison, 0-based. */
export type MovedSentence = { text: string; from: number; oldArticle: ComparedArticle; to: number; newArticle: ComparedArticle };

/** Shorter ones, such as 违者批评教育。, are said in many articles without having been moved. */
const shortestKey = 8;

function sentencesOf(text: string): { text: string; key: string }[] {
  return (text.match(/[^。；！？\n]+[。；！？]?/gu) ?? []).flatMap((sentence) => {
    const key = comparisonKey(sentence);
    return key.length < shortestKey ? [] : [{ text: sentence.trim(), key }];
  });
}

function keysIn(articles: readonly ComparedArticle[]): Set<string> {
  return new Set(articles.flatMap(({ text }) => sentencesOf(text).map(({ key }) => key)));
}

function keysOfRuns(changes: readonly InlineChange[] | undefined, kind: InlineChange['kind']): Set<string> {
  return new Set((changes ?? []).flatMap((change) => (change.kind === kind ? sentencesOf(change.text).map(({ key }) => key) : [])));
}

/** Sentences of one side that are new to, or gone from, their row, or that changed their place in it. */
function wandering(row: Row, side: 'oldArticles' | 'newArticles'): { text: string; key: string; article: ComparedArticle }[] {
  const others = keysIn(side === 'oldArticles' ? row.newArticles : row.oldArticles);
  const deleted = keysOfRuns(row.changes, 'delete');
  const inserted = keysOfRuns(row.changes, 'insert');
  return row[side].flatMap((article) =>
    sentencesOf(article.text).flatMap((sentence) => {
      const isElsewhereInRow = deleted.has(sentence.key) && inserted.has(sentence.key);
      return !others.has(sentence.key) || isElsewhereInRow ? [{ ...sentence, article }] : [];
    }),
  );
}

/**
 * Sentences that were taken out of one article and stand word for word in another, or in another place of the same one.
 * Punctuation, white space and width do not count; each sentence is matched once, in reading order.
 */
export function findMovedSentences({ rows }: Pick<DocumentComparison, 'rows'>): MovedSentence[] {
  const arrived = new Map<string, { to: number; newArticle: ComparedArticle }[]>();
  rows.forEach((row, to) => {
    if (row.op === 'same' || (row.op === 'move' && row.edited !== true)) return;
    for (const { key, article } of wandering(row, 'newArticles')) arrived.set(key, [...(arrived.get(key) ?? []), { to, newArticle: article }]);
  });
  return rows.flatMap((row, from): MovedSentence[] => {
    if (row.op === 'same' || (row.op === 'move' && row.edited !== true)) return [];
    return wandering(row, 'oldArticles').flatMap(({ text, key, article }): MovedSentence[] => {
      const found = arrived.get(key)?.shift();
      return found === undefined ? [] : [{ text, from, oldArticle: article, ...found }];
    });
  });
}
