import { sharedWeight } from '#core/comparison/articleTerms.ts';
import type { Assignment, PreparedArticle, Texts } from '#core/comparison/assignArticles.ts';
import { contentModel, groupModel, logOdds } from '#core/comparison/evidenceModel.ts';
import { groupEvidence } from '#core/comparison/groupEvidence.ts';
import { contentEvidence, type WeighedTerms } from '#core/comparison/pairEvidence.ts';

/** Old and new articles that belong together; `main` is the pair that the assignment chose, `likeness` how much of the wording they share (0–1). */
export type Group = { old: number[]; new: number[]; main: { old: number; new: number } | undefined; likeness: number };

/** How many articles away from a part another part of the same article is looked for. */
const reach = 4;
/** An article is hardly ever cut into more. */
const mostParts = 6;

function likenessOf(texts: Texts, old: number, now: number): number {
  const one = texts.old[old]?.terms;
  const other = texts.new[now]?.terms;
  return one === undefined || other === undefined ? 0 : (contentEvidence(one, other, texts.weights)[0] ?? 0);
}

/** How far the two readings of a pair of parts may lie apart, in log-odds (measured: more joins look-alikes). */
const mistakenPart = 2;
const mistakenPair = 1.5;

/** An article that found itself so surely is no piece of another: the odds of a piece do not reach further. */
const settledOdds = 7;
/** A piece shares at least so much of its characters with the whole; the rest is not worth a closer look. */
const leastShare = 0.12;

type Proposal = { side: 'old' | 'new'; whole: number; part: number; piece: number; gain: number };

/**
 * Finds splits and merges around the assigned pairs: a piece joins the pair whose whole it covers further, when that is
 * likelier than what the assignment made of the piece. The most certain pieces join first.
 */
export function findGroups(texts: Texts, { newOf, oldOf, oddsOf }: Assignment): Group[] {
  // parts.new.get(old article) = the new articles it became; parts.old.get(new article) = the old ones it came from.
  const parts = { old: new Map<number, number[]>(), new: new Map<number, number[]>() };
  const partner = { old: Int32Array.from(oldOf), new: Int32Array.from(newOf) };
  const isPiece = { old: new Set<number>(), new: new Set<number>() };

  const oddsOfPiece = (side: 'old' | 'new', piece: number): number => {
    const old = side === 'old' ? piece : (partner.old[piece] ?? -1);
    return old < 0 || (partner.new[old] ?? -1) < 0 ? 0 : (oddsOf[old] ?? 0);
  };
  const isSame = (old: number, now: number) => texts.old[old]?.key === texts.new[now]?.key;

  const propose = (side: 'old' | 'new', whole: number): Proposal[] => {
    const wholes: readonly PreparedArticle[] = side === 'new' ? texts.old : texts.new;
    const pieces: readonly PreparedArticle[] = side === 'new' ? texts.new : texts.old;
    const main = (side === 'new' ? partner.new : partner.old)[whole] ?? -1;
    const article = wholes[whole];
    if (article === undefined || main < 0 || isPiece[side === 'new' ? 'old' : 'new'].has(whole)) return [];
    // An article that was merged is not split as well, and one that stayed word by word gave nothing away.
    if (parts[side === 'new' ? 'old' : 'new'].has(main)) return [];
    if (side === 'new' ? isSame(whole, main) : isSame(main, whole)) return [];
    const known = parts[side].get(whole) ?? [main];
    if (known.length >= mostParts) return [];
    const knownTerms = known.flatMap((part) => pieces[part]?.terms ?? []);
    const proposals: Proposal[] = [];
    const lowest = Math.max(0, Math.min(...known) - reach);
    const highest = Math.min(pieces.length - 1, Math.max(...known) + reach);
    for (let piece = lowest; piece <= highest; piece += 1) {
      const candidate = pieces[piece];
      if (candidate === undefined || known.includes(piece) || isPiece[side].has(piece)) continue;
      const other = partner[side === 'new' ? 'old' : 'new'][piece] ?? -1;
      if (other >= 0 && (side === 'new' ? isSame(other, piece) : isSame(piece, other))) continue;
      if (other >= 0 && (parts[side].has(other) || parts[side === 'new' ? 'old' : 'new'].has(piece))) continue;
      if (oddsOfPiece(side, piece) > settledOdds) continue;
      if (sharedWeight(article.terms.characters, candidate.terms.characters, texts.weights) < leastShare * candidate.terms.characterWeight) continue;
      const isBeside = known.some((part) => Math.abs(part - piece) === 1);
      const evidence = (parts: readonly WeighedTerms[], further: WeighedTerms) =>
        logOdds(groupModel, groupEvidence(article.terms, parts, further, isBeside, texts.weights));
      let odds = evidence(knownTerms, candidate.terms);
      const [only] = knownTerms;
      if (only !== undefined && known.length === 1) {
        // Which of two parts the assignment took is chance: the other one may be the part, and this one the piece.
        const pairOdds = logOdds(contentModel, contentEvidence(article.terms, candidate.terms, texts.weights));
        odds = Math.max(odds, Math.min(evidence([candidate.terms], only), pairOdds - mistakenPair, odds + mistakenPart));
      }
      const gain = odds - oddsOfPiece(side, piece);
      if (odds > 0 && gain > 0) proposals.push({ side, whole, part: main, piece, gain });
    }
    return proposals;
  };

  let queue = [
    ...texts.old.flatMap((_, old) => propose('new', old)),
    ...texts.new.flatMap((_, now) => propose('old', now)),
  ];
  while (queue.length > 0) {
    queue.sort((a, b) => b.gain - a.gain);
    const next: Proposal[] = [];
    const changed = new Set<string>();
    for (const { side, whole, piece } of queue) {
      // What joined before may have changed the odds: ask again, take it only as it stands now.
      if (changed.has(`${side}${whole}`)) continue;
      const current = propose(side, whole).find((proposal) => proposal.piece === piece);
      if (current === undefined) continue;
      const opposite = side === 'new' ? 'old' : 'new';
      const other = partner[opposite][piece] ?? -1;
      if (other >= 0) partner[side][other] = -1;
      partner[opposite][piece] = -1;
      isPiece[side].add(piece);
      parts[side].set(whole, [...(parts[side].get(whole) ?? [current.part]), piece]);
      changed.add(`${side}${whole}`);
      next.push(...propose(side, whole));
    }
    queue = next;
  }

  const groups: Group[] = [];
  texts.old.forEach((_, old) => {
    if (isPiece.old.has(old)) return;
    const now = partner.new[old] ?? -1;
    if (now < 0) {
      groups.push({ old: [old], new: [], main: undefined, likeness: 0 });
      return;
    }
    const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);
    groups.push({
      old: ascending(parts.old.get(now) ?? [old]),
      new: ascending(parts.new.get(old) ?? [now]),
      main: { old, new: now },
      likeness: isSame(old, now) ? 1 : likenessOf(texts, old, now),
    });
  });
  texts.new.forEach((_, now) => {
    if (!isPiece.new.has(now) && (partner.old[now] ?? -1) < 0) {
      groups.push({ old: [], new: [now], main: undefined, likeness: 0 });
    }
  });
  return groups;
}
