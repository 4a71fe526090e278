import { Converter } from 'opencc-js/t2cn';

const simplify = Converter({ from: 't', to: 'cn' });

/**
 * What of an article's wording counts: NFKC (width), without white space, punctuation, zero-width and control characters,
 * Latin letters in lower case. Articles with one key are the same; traditional characters stay, they make an edit.
 */
export function comparisonKey(text: string): string {
  const key = text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{Z}\p{C}\s]/gu, '');
  // An article of marks alone would otherwise equal every other such article.
  return key === '' ? text.trim() : key;
}

/** The key in simplified characters: for finding an article again, never for saying that two are the same. */
export function matchingText(text: string): string {
  return simplifiedKey(comparisonKey(text));
}

/** matchingText of a text whose key is known. */
export function simplifiedKey(key: string): string {
  return simplify(key);
}
