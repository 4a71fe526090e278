import { sharedWeight, weightOf, type ArticleTerms } from '#core/comparison/articleTerms.ts';

/** Terms of one article (or of several taken as one) with their summed weights. */
export type WeighedTerms = ArticleTerms & { characterWeight: number; pairWeight: number; topicWeight: number; rareWeight: number; openingWeight: number };

export function weighTerms(terms: ArticleTerms, weights: Float64Array): WeighedTerms {
  return {
    ...terms,
    characterWeight: weightOf(terms.characters, weights),
    pairWeight: weightOf(terms.pairs, weights),
    topicWeight: weightOf(terms.topics, weights),
    rareWeight: weightOf(terms.rare, weights),
    openingWeight: weightOf(terms.opening, weights),
  };
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

/**
 * Ten figures between 0 and 1: how much of their wording, their matters and their rare terms two articles share; the
 * ninth is high for look-alikes, whose wording is one and whose rare terms differ; the last says how alike they begin.
 */
export function contentEvidence(one: WeighedTerms, other: WeighedTerms, weights: Float64Array): number[] {
  const pairs = sharedWeight(one.pairs, other.pairs, weights);
  const characters = sharedWeight(one.characters, other.characters, weights);
  const topics = sharedWeight(one.topics, other.topics, weights);
  const rare = sharedWeight(one.rare, other.rare, weights);
  const rareDice = ratio(2 * rare, one.rareWeight + other.rareWeight);
  const pairDice = ratio(2 * pairs, one.pairWeight + other.pairWeight);
  return [
    pairDice,
    Math.sqrt(pairDice),
    ratio(pairs, Math.min(one.pairWeight, other.pairWeight)),
    ratio(2 * characters, one.characterWeight + other.characterWeight),
    ratio(characters, Math.min(one.characterWeight, other.characterWeight)),
    ratio(2 * topics, one.topicWeight + other.topicWeight),
    ratio(topics, Math.min(one.topicWeight, other.topicWeight)),
    rareDice,
    one.rareWeight > 0 && other.rareWeight > 0 ? pairDice * (1 - ratio(rare, Math.min(one.rareWeight, other.rareWeight))) : 0,
    ratio(2 * sharedWeight(one.opening, other.opening, weights), one.openingWeight + other.openingWeight),
  ];
}

/** What is known of the other articles when the surroundings of one pair are judged. */
export type Surroundings = {
  /** per old article the new one it was assigned to, or -1 */
  newOf: Int32Array;
  /** per new article the old one, or -1 */
  oldOf: Int32Array;
};

const neighbours = 3;

/**
 * Three figures between 0 and 1: whether the nearest assigned neighbours stand on the same side in both texts,
 * how many of the two direct neighbours are assigned to each other (the ends of the texts count as assigned),
 * and whether the pair is alone in its gap between them.
 */
export function surroundingEvidence(old: number, now: number, { newOf, oldOf }: Surroundings): number[] {
  let agreeing = 0;
  let asked = 0;
  for (const step of [-1, 1]) {
    let found = 0;
    for (let at = old + step; at >= 0 && at < newOf.length && found < neighbours; at += step) {
      const target = newOf[at] ?? -1;
      if (target < 0 || target === now) continue;
      found += 1;
      asked += 1;
      if (Math.sign(target - now) === step) agreeing += 1;
    }
  }
  const isJoined = (oldAt: number, newAt: number) => {
    if (oldAt < 0 || newAt < 0) return oldAt < 0 && newAt < 0;
    if (oldAt >= newOf.length || newAt >= oldOf.length) return oldAt >= newOf.length && newAt >= oldOf.length;
    return newOf[oldAt] === newAt;
  };
  const before = isJoined(old - 1, now - 1);
  const after = isJoined(old + 1, now + 1);
  return [
    asked === 0 ? 0.5 : agreeing / asked,
    (Number(before) + Number(after)) / 2,
    Number(before && after),
  ];
}
