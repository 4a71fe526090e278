import type { ComparedPair } from '#backend/services/comparisons/readPair.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';

/**
 * Between which versions a place of the text came from its old to its new words: the last that still has the old, the first
 * that has the new for good. The whole pair where the words say nothing, as with an article that only moved.
 */
export async function spanOfChange(
  store: Store,
  conventionId: string,
  pair: ComparedPair,
  place: string,
): Promise<{ baseNumber: number; targetNumber: number }> {
  const between = await store
    .selectFrom('version')
    .select(['number', 'document'])
    .where('conventionId', '=', conventionId)
    .where('number', '>', pair.old.number)
    .where('number', '<', pair.new.number)
    .orderBy('number')
    .execute();
  const texts = [
    pair.old,
    ...between.map(({ number, document }) => ({ number, document: documentSchema.parse(JSON.parse(document)) })),
    pair.new,
  ].map(({ number, document }) => ({ number, words: wordsAt(document, place) }));
  const old = texts[0]?.words;
  const now = texts.at(-1)?.words;
  const firstOther = texts.findIndex(({ words }) => words !== old);
  const lastOther = texts.findLastIndex(({ words }) => words !== now);
  const base = texts[firstOther - 1];
  const target = texts[lastOther + 1];
  if (base === undefined || target === undefined || base.number >= target.number) {
    return { baseNumber: pair.old.number, targetNumber: pair.new.number };
  }
  return { baseNumber: base.number, targetNumber: target.number };
}

/** What stands at a place, in a form that can be compared: references by what they point to, not by the number that they print. */
function wordsAt(document: ConventionDocument, place: string): string | undefined {
  const article = articlesOf(document).find((placed) => placed.article.attrs.id === place);
  if (article !== undefined) return JSON.stringify(article.article.content);
  for (const part of document.content) {
    if (part.type === place) return JSON.stringify(part.content);
    if (part.type === 'annex' && part.attrs.id === place) return JSON.stringify(part.content);
    if (part.type !== 'chapter') continue;
    if (part.attrs.id === place) return JSON.stringify(part.content.filter(({ type }) => type === 'heading'));
    if (`lead:${part.attrs.id}` === place) return JSON.stringify(part.content.filter(({ type }) => type === 'paragraph'));
    const section = part.content.find((child) => child.type === 'section' && child.attrs.id === place);
    if (section?.type === 'section') return JSON.stringify(section.content.filter(({ type }) => type === 'heading'));
  }
  return undefined;
}
