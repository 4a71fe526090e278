import { matchingText } from '#core/comparison/comparisonKey.ts';

const number = /[\d〇零一二三四五六七八九十][\d〇零一二三四五六七八九十百千万亿]*/gu;

/** Names as they stand in a matching text, longest first: 云溪镇溪口村 is hidden before 溪口村. */
export function hiddenNames(names: readonly string[]): string[] {
  const matching = names.map(matchingText).filter((name) => name.length > 1);
  return [...new Set(matching)].sort((one, other) => other.length - one.length);
}

/**
 * What of an article tells whether it was copied: its matching text, in which every number reads 0 and the village's own
 * names read 本村, so that a model with another village and other amounts filled in stays the same article.
 * @param hidden from hiddenNames
 */
export function articleKey(text: string, hidden: readonly string[]): string {
  let key = matchingText(text);
  for (const name of hidden) key = key.replaceAll(name, '本村');
  return key.replaceAll(/(?:本|我|各|全)村(?:民委员会|委会)/gu, '村委会').replaceAll('村民委员会', '村委会').replaceAll(number, '0');
}
