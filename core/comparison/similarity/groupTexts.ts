import type { ArticlePool } from '#core/comparison/similarity/articlePool.ts';
import { matchArticles, type ArticleMatch } from '#core/comparison/similarity/matchArticles.ts';
import type { SharedClasses } from '#core/comparison/similarity/sharedClasses.ts';
import type { SharedArticles, TextGroup } from '#core/comparison/similarity/similarity.ts';

/** Texts belong together when so much of the articles of both are the same or nearly the same. */
const groupShare = 0.7;
/** Fewer shared articles are what every convention says. */
const fewestShared = 3;
/** Texts that share so much by the index are worth matching: it misses a few nearly same articles. */
const candidateShare = 0.5;
/** After so many candidates in a row that share too little, those that the index finds less alike are not tried. */
const mostRefusals = 30;

type Texts = { articlesOf(text: number): Int32Array; pool: ArticlePool; shared: SharedClasses };

/** The share of the articles of two texts that have a counterpart on the other side, 0–1. */
function shareOf(match: ArticleMatch, one: number, other: number): number {
  return (2 * (match.same + match.near)) / (one + other);
}

/**
 * Groups copies around a model (star clustering: Aslam, Pelekhov and Rus, The star clustering algorithm for information
 * organization, 2004): the text with the most copies takes all of them, and so on down. Every member shares `groupShare`
 * with the group's model itself, verified article by article, so that no chain of ever less alike texts becomes one group.
 */
export function groupTexts(count: number, texts: Texts, isLeftOut: (text: number) => boolean): TextGroup[] {
  const { shared } = texts;
  const isAlike = (one: number, other: number, common: number) =>
    common >= fewestShared && 2 * common >= candidateShare * (shared.sizeOf(one) + shared.sizeOf(other));
  const degrees = new Int32Array(count);
  for (let text = 0; text < count; text += 1) {
    if (!isLeftOut(text)) degrees[text] = shared.countWhere(text, (other, common) => !isLeftOut(other) && isAlike(text, other, common));
  }
  const order = [...degrees.keys()].filter((text) => (degrees[text] ?? 0) > 0).sort((one, other) => (degrees[other] ?? 0) - (degrees[one] ?? 0) || one - other);
  const isGrouped = new Uint8Array(count);
  const groups: TextGroup[] = [];
  for (const center of order) {
    if (isGrouped[center] === 1) continue;
    const candidates = shared.where(center, (other, common) => !isLeftOut(other) && isGrouped[other] === 0 && isAlike(center, other, common));
    // Whoever is not kept may still belong to another model.
    const group = candidates.length === 0 ? undefined : describeGroup([center, ...candidates], texts);
    if (group === undefined) continue;
    for (const { text } of group.members) isGrouped[text] = 1;
    groups.push(group);
  }
  return groups.sort((one, other) => other.members.length - one.members.length || one.model - other.model);
}

/** Chooses the model and keeps whoever shares enough with it; undefined when nobody does. */
function describeGroup(members: readonly number[], texts: Texts): TextGroup | undefined {
  const [center = 0] = members;
  const medoid = texts.shared.mostTypical(members);
  const aroundMedoid = membersOf(medoid, members, texts);
  // The center was chosen for having the most alike; another model must not lose any of them.
  const aroundCenter = medoid === center || aroundMedoid.length === members.length ? aroundMedoid : membersOf(center, members, texts);
  const kept = aroundCenter.length > aroundMedoid.length ? aroundCenter : aroundMedoid;
  const [model] = kept;
  if (model === undefined || kept.length < 2) return undefined;
  const whole = texts.articlesOf(model.text).length;
  const isUnchanged = ({ text, same }: SharedArticles) => same === whole && same === texts.articlesOf(text).length;
  return { model: model.text, members: kept, unchanged: kept.filter(isUnchanged).length };
}

function membersOf(model: number, members: readonly number[], texts: Texts): SharedArticles[] {
  const articles = texts.articlesOf(model);
  const found: (SharedArticles & { share: number })[] = [];
  let refusals = 0;
  for (const text of members) {
    if (text === model) continue;
    const own = texts.articlesOf(text);
    const match = matchArticles(own, articles, texts.pool);
    const share = shareOf(match, own.length, articles.length);
    refusals = share >= groupShare ? 0 : refusals + 1;
    if (refusals === 0) found.push({ text, same: match.same, near: match.near, share });
    if (refusals === mostRefusals) break;
  }
  found.sort((one, other) => other.share - one.share || other.same - one.same || one.text - other.text);
  return [{ text: model, same: articles.length, near: 0 }, ...found.map(({ text, same, near }) => ({ text, same, near }))];
}
