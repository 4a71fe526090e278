import type { ArticlePool } from '#core/comparison/similarity/articlePool.ts';
import { matchArticles, type ArticleMatch } from '#core/comparison/similarity/matchArticles.ts';
import type { SharedClasses } from '#core/comparison/similarity/sharedClasses.ts';
import type { SharedArticles, TextGroup } from '#core/comparison/similarity/similarity.ts';

/** Texts belong together when so much of the articles of both are the same or nearly the same. */
const groupShare = 0.7;
/** Fewer shared articles are what every convention says. */
const fewestShared = 3;

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
    common >= fewestShared && 2 * common >= groupShare * (shared.sizeOf(one) + shared.sizeOf(other));
  const degrees = new Int32Array(count);
  for (let text = 0; text < count; text += 1) {
    if (!isLeftOut(text)) degrees[text] = shared.countWhere(text, (other, common) => !isLeftOut(other) && isAlike(text, other, common));
  }
  const order = [...degrees.keys()].filter((text) => (degrees[text] ?? 0) > 0).sort((one, other) => (degrees[other] ?? 0) - (degrees[one] ?? 0) || one - other);
  const groupOf = new Int32Array(count).fill(-1);
  const groups: number[][] = [];
  for (const center of order) {
    if (groupOf[center] !== -1) continue;
    const members = shared.where(center, (other, common) => !isLeftOut(other) && groupOf[other] === -1 && isAlike(center, other, common));
    if (members.length === 0) continue;
    const all = [center, ...members];
    for (const member of all) groupOf[member] = groups.length;
    groups.push(all);
  }
  return groups
    .flatMap((members) => describeGroup(members, texts) ?? [])
    .sort((one, other) => other.members.length - one.members.length || one.model - other.model);
}

/** Chooses the model and keeps whoever shares enough with it; undefined when nobody does. */
function describeGroup(members: readonly number[], texts: Texts): TextGroup | undefined {
  const [center = 0] = members;
  const medoid = texts.shared.mostTypical(members);
  const aroundMedoid = membersOf(medoid, members, texts);
  // The center was chosen for having most of them; another model must not lose any.
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
  const found = members
    .filter((text) => text !== model)
    .flatMap((text) => {
      const own = texts.articlesOf(text);
      const match = matchArticles(own, articles, texts.pool);
      const share = shareOf(match, own.length, articles.length);
      return share >= groupShare ? [{ text, same: match.same, near: match.near, share }] : [];
    })
    .sort((one, other) => other.share - one.share || other.same - one.same || one.text - other.text);
  return [{ text: model, same: articles.length, near: 0 }, ...found.map(({ text, same, near }) => ({ text, same, near }))];
}
