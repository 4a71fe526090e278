import { assignSparsely, type Candidate } from '#core/comparison/assignSparsely.ts';
import { contentModel, logOdds, surroundedModel } from '#core/comparison/evidenceModel.ts';
import { contentEvidence, surroundingEvidence, type Surroundings, type WeighedTerms } from '#core/comparison/pairEvidence.ts';

export type PreparedArticle = {
  id: string | undefined;
  key: string;
  heading: string | undefined;
  terms: WeighedTerms;
};
export type Texts = { old: PreparedArticle[]; new: PreparedArticle[]; weights: Float64Array };

export type Assignment = Surroundings & {
  /** log-odds that the old article's pair is one article; 0 where there is none */
  oddsOf: Float64Array;
};

/** What a shared id and an equal wording are worth: more than any evidence from similarity. */
const idOdds = 60;
const equalOdds = 25;
/** Under the same heading an article is that much likelier the same one; headings alone decide nothing. */
const headingOdds = 0.6;
/** Partners looked at per article; the right one stood among the first four in every development pair. */
const partners = 12;
/** Terms in more articles than this find no partners: they would only cost time. */
const longestPosting = 120;
/** Gaps up to this many articles on both sides are compared each with each, even without a shared word. */
const smallGap = 6;

/**
 * One assignment of old to new articles over the whole text, solved twice: from content and position, then again with
 * the neighbours that the first solution gives every pair.
 */
export function assignArticles(texts: Texts): Assignment {
  const pairs = findPairs(texts);
  const position = (old: number, now: number) =>
    Math.abs((old + 0.5) / texts.old.length - (now + 0.5) / texts.new.length);
  let newOf = assignSparsely(
    texts.old.length,
    texts.new.length,
    pairs.map(({ old, new: now, content, bonus }): Candidate => ({
      row: old,
      column: now,
      worth: bonus + logOdds(contentModel, content, [position(old, now)]),
    })),
  );
  for (let round = 0; round < 2; round += 1) {
    const surroundings = { newOf, oldOf: invert(newOf, texts.new.length) };
    addGapPairs(pairs, texts, surroundings);
    const candidates = pairs.map(({ old, new: now, content, bonus }): Candidate => ({
      row: old,
      column: now,
      worth: bonus + logOdds(surroundedModel, content, surroundingEvidence(old, now, surroundings)),
    }));
    newOf = assignSparsely(texts.old.length, texts.new.length, candidates);
    if (round === 1) {
      const oddsOf = new Float64Array(texts.old.length);
      for (const { row, column, worth } of candidates) if (newOf[row] === column) oddsOf[row] = worth;
      return { newOf, oldOf: invert(newOf, texts.new.length), oddsOf };
    }
  }
  throw new Error('No round of assignment');
}

type Pair = { old: number; new: number; content: number[]; bonus: number };

function invert(newOf: Int32Array, count: number): Int32Array {
  const oldOf = new Int32Array(count).fill(-1);
  newOf.forEach((now, old) => {
    if (now >= 0) oldOf[now] = old;
  });
  return oldOf;
}

function makePair(old: number, now: number, texts: Texts): Pair {
  const one = texts.old[old];
  const other = texts.new[now];
  if (one === undefined || other === undefined) throw new RangeError('No such article');
  let bonus = 0;
  if (one.id !== undefined && one.id === other.id) bonus += idOdds;
  if (one.key === other.key) bonus += equalOdds;
  if (one.heading !== undefined && one.heading === other.heading) bonus += headingOdds;
  return { old, new: now, content: contentEvidence(one.terms, other.terms, texts.weights), bonus };
}

/** The candidates: equal ids, equal wording (by order among equals), and per article the partners that share its rarest terms. */
function findPairs(texts: Texts): Pair[] {
  const wanted = new Set<number>();
  const width = texts.new.length;
  const want = (old: number, now: number) => wanted.add(old * width + now);

  const newById = new Map(texts.new.flatMap((article, index) => (article.id === undefined ? [] : [[article.id, index] as const])));
  const isSettled = new Uint8Array(texts.old.length);
  const isTaken = new Uint8Array(texts.new.length);
  const settle = (old: number, now: number) => {
    want(old, now);
    isSettled[old] = 1;
    isTaken[now] = 1;
  };
  texts.old.forEach((article, old) => {
    const now = article.id === undefined ? undefined : newById.get(article.id);
    if (now !== undefined) settle(old, now);
  });

  const groupByKey = (articles: readonly PreparedArticle[], skip: Uint8Array) => {
    const groups = new Map<string, number[]>();
    articles.forEach((article, index) => {
      if (skip[index] === 1) return;
      const group = groups.get(article.key);
      if (group === undefined) groups.set(article.key, [index]);
      else group.push(index);
    });
    return groups;
  };
  const newByKey = groupByKey(texts.new, isTaken);
  for (const [key, olds] of groupByKey(texts.old, isSettled)) {
    const news = newByKey.get(key) ?? [];
    if (news.length === 0) continue;
    if (olds.length === 1 && news.length === 1) settle(olds[0] ?? 0, news[0] ?? 0);
    else if (olds.length <= partners && news.length <= partners) for (const old of olds) for (const now of news) want(old, now);
    // Many equal articles: their order is all that tells them apart.
    else olds.slice(0, news.length).forEach((old, order) => settle(old, news[order] ?? 0));
  }

  for (const [old, now] of likelyPartners(texts, isSettled, isTaken)) want(old, now);
  // Where no rare term tells articles apart, the one at the same place is the likeliest.
  texts.old.forEach((_, old) => {
    if (isSettled[old] === 1) return;
    const middle = Math.round((old * (texts.new.length - 1)) / Math.max(1, texts.old.length - 1));
    for (let now = Math.max(0, middle - 1); now <= Math.min(width - 1, middle + 1); now += 1) if (isTaken[now] !== 1) want(old, now);
  });
  return Array.from(wanted, (place) => makePair(Math.floor(place / width), place % width, texts));
}

type Ranked = { other: number; likeness: number };

/** Keeps the best in descending order. */
function keepBest(best: Ranked[], entry: Ranked): void {
  const last = best.at(-1);
  if (best.length === partners && last !== undefined && last.likeness >= entry.likeness) return;
  let at = best.length;
  while (at > 0 && (best[at - 1]?.likeness ?? 0) < entry.likeness) at -= 1;
  best.splice(at, 0, entry);
  if (best.length > partners) best.pop();
}

/** For each article of either side that is not settled, those of the other side that share the most of its rare terms. */
function likelyPartners(texts: Texts, isSettled: Uint8Array, isTaken: Uint8Array): [number, number][] {
  const postings = new Map<number, number[]>();
  const kinds = ['pairs', 'topics', 'characters'] as const;
  texts.new.forEach((article, now) => {
    if (isTaken[now] === 1) return;
    for (const kind of kinds) {
      for (const term of article.terms[kind]) {
        const posting = postings.get(term);
        if (posting === undefined) postings.set(term, [now]);
        else if (posting.length <= longestPosting) posting.push(now);
      }
    }
  });
  const found: [number, number][] = [];
  const bestOfNew: Ranked[][] = texts.new.map(() => []);
  const scores = new Float64Array(texts.new.length);
  texts.old.forEach((article, old) => {
    if (isSettled[old] === 1) return;
    const touched: number[] = [];
    for (const kind of kinds) {
      for (const term of article.terms[kind]) {
        const posting = postings.get(term);
        if (posting === undefined || posting.length > longestPosting) continue;
        const weight = texts.weights[term] ?? 0;
        for (const now of posting) {
          if (scores[now] === 0) touched.push(now);
          scores[now] = (scores[now] ?? 0) + weight;
        }
      }
    }
    const best: Ranked[] = [];
    for (const now of touched) {
      const size = Math.sqrt((texts.new[now]?.terms.pairWeight ?? 0) * article.terms.pairWeight);
      const likeness = (scores[now] ?? 0) / (1 + size);
      scores[now] = 0;
      keepBest(best, { other: now, likeness });
      const bestThere = bestOfNew[now];
      if (bestThere !== undefined) keepBest(bestThere, { other: old, likeness });
    }
    for (const { other } of best) found.push([old, other]);
  });
  bestOfNew.forEach((best, now) => {
    for (const { other } of best) found.push([other, now]);
  });
  return found;
}

/** Between two settled neighbours a pair may be right that shares hardly a word: every pair of a small gap is a candidate. */
function addGapPairs(pairs: Pair[], texts: Texts, { newOf, oldOf }: Surroundings): void {
  const width = texts.new.length;
  const known = new Set(pairs.map((pair) => pair.old * width + pair.new));
  for (let start = 0; start < newOf.length; start += 1) {
    if ((newOf[start] ?? -1) >= 0 || (start > 0 && (newOf[start - 1] ?? -1) < 0)) continue;
    let end = start;
    while (end < newOf.length && (newOf[end] ?? -1) < 0) end += 1;
    const first = start === 0 ? 0 : (newOf[start - 1] ?? -1) + 1;
    const last = end === newOf.length ? width : (newOf[end] ?? width);
    if (end - start > smallGap || last - first > 2 * smallGap) continue;
    for (let old = start; old < end; old += 1) {
      for (let now = first; now < last; now += 1) {
        if ((oldOf[now] ?? -1) >= 0 || known.has(old * width + now)) continue;
        known.add(old * width + now);
        pairs.push(makePair(old, now, texts));
      }
    }
  }
}
