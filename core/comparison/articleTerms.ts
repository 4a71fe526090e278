import { backgroundShare } from '#core/comparison/backgroundShare.ts';
import { consequenceTerms, topicTerms } from '#core/comparison/topicTerms.ts';

/** The terms of one article, each kind as ascending numbers in the vocabulary. */
export type ArticleTerms = {
  characters: Int32Array;
  pairs: Int32Array;
  topics: Int32Array;
  /** characters and pairs that tell the article from those built like it */
  rare: Int32Array;
  /** pairs at the start, where a rule names its matter; a legality review replaces the end */
  opening: Int32Array;
};

export type Vocabulary = {
  terms: ArticleTerms[];
  /** Rarity of each term in nats: high for a word that stands in few articles of both texts and in few village rules at all. */
  weights: Float64Array;
};

/** The words of all matters by their first character. */
const topicWords = new Map<string, { word: string; topic: string }[]>();
topicTerms.forEach((words, topic) => {
  for (const word of words) topicWords.set(word.charAt(0), [...(topicWords.get(word.charAt(0)) ?? []), { word, topic: `#${topic}` }]);
});
const consequencePairs = new Set<string>();
for (const term of consequenceTerms) {
  if (term.length === 1) consequencePairs.add(term);
  for (let at = 0; at + 2 <= term.length; at += 1) consequencePairs.add(term.slice(at, at + 2));
}

/** A term of so few articles tells them from articles that are built alike; a pair of equal articles takes two. */
const rareFrequency = 3;
const hasNumeral = /[0-9〇零一二两三四五六七八九十百千万元]/u;

const openingLength = 9;

/** How many village rules the background shares stand for beside the articles at hand. */
const backgroundArticles = 60;
/** A consequence tells nearly nothing about the matter, but is not nothing: a lone 罚款 clause stays findable. */
const consequenceFactor = 0.35;

/** Splits the matching texts of both documents into characters, pairs of characters and matters, and weighs them. */
export function buildVocabulary(texts: readonly string[]): Vocabulary {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const frequencies: number[] = [];
  const numberOf = (name: string) => {
    let number = numbers.get(name);
    if (number === undefined) {
      number = names.length;
      numbers.set(name, number);
      names.push(name);
      frequencies.push(0);
    }
    return number;
  };
  const ascending = (set: Set<number>) => {
    for (const number of set) frequencies[number] = (frequencies[number] ?? 0) + 1;
    return Int32Array.from(set).sort();
  };
  const counted = texts.map((text) => {
    const characters = new Set<number>();
    const pairs = new Set<number>();
    const topics = new Set<number>();
    const opening = new Set<number>();
    for (let at = 0; at < text.length; at += 1) {
      characters.add(numberOf(text.charAt(at)));
      if (at + 1 < text.length) {
        const pair = numberOf(text.slice(at, at + 2));
        pairs.add(pair);
        if (at < openingLength) opening.add(pair);
      }
      for (const { word, topic } of topicWords.get(text.charAt(at)) ?? []) if (text.startsWith(word, at)) topics.add(numberOf(topic));
    }
    return { characters: ascending(characters), pairs: ascending(pairs), topics: ascending(topics), opening: Int32Array.from(opening).sort() };
  });
  const isRare = Uint8Array.from(names, (name, number) => {
    const isUsual = (frequencies[number] ?? 0) > rareFrequency || backgroundShare(name) > 0.03;
    return Number(!isUsual && !name.startsWith('#') && !consequencePairs.has(name) && !hasNumeral.test(name));
  });
  const rareOf = (set: Int32Array) => [...set].filter((term) => isRare[term] === 1);
  const terms = counted.map((article) => ({
    ...article,
    rare: Int32Array.from([...rareOf(article.characters), ...rareOf(article.pairs)]).sort(),
  }));
  const total = texts.length + backgroundArticles;
  const weights = Float64Array.from(names, (name, number) => {
    const isTopic = name.startsWith('#') && name.length > 1;
    const share = isTopic ? 0.02 : backgroundShare(name);
    const rarity = Math.log(total / ((frequencies[number] ?? 0) + backgroundArticles * share));
    return Math.max(rarity, 0.02) * (consequencePairs.has(name) ? consequenceFactor : 1);
  });
  return { terms, weights };
}

/** The terms of several articles taken as one. */
export function uniteTerms(parts: readonly ArticleTerms[]): ArticleTerms {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const unite = (kind: keyof ArticleTerms) => Int32Array.from(new Set(parts.flatMap((part) => [...part[kind]]))).sort();
  return { characters: unite('characters'), pairs: unite('pairs'), topics: unite('topics'), rare: unite('rare'), opening: unite('opening') };
}

/** Summed weight of a set of terms. */
export function weightOf(set: Int32Array, weights: Float64Array): number {
  let sum = 0;
  for (const term of set) sum += weights[term] ?? 0;
  return sum;
}

/** Summed weight of the terms that two sets share. */
export function sharedWeight(one: Int32Array, other: Int32Array, weights: Float64Array): number {
  let sum = 0;
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    const a = one[left] ?? 0;
    const b = other[right] ?? 0;
    if (a === b) {
      sum += weights[a] ?? 0;
      left += 1;
      right += 1;
    } else if (a < b) left += 1;
    else right += 1;
  }
  return sum;
}
