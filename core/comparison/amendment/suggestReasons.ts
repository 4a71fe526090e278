import { placesOfArticles, placesOfPart } from '#core/comparison/amendment/changePlaces.ts';
import type { ChangeReason, ReasonSource } from '#core/comparison/amendment/changeReason.ts';
import type { DocumentComparison } from '#core/comparison/comparison.ts';

type SuggestedReason = { place: string; source: ReasonSource };

type Change = { places: string[]; old: string; new: string };

/** All that changed, each with the places that a reason may be bound to and the wording of both sides. */
function changesOf(comparison: DocumentComparison): Change[] {
  const words = (articles: readonly { text: string }[]) => articles.map(({ text }) => text).join('\n');
  return [
    ...comparison.rows
      .filter(({ op }) => op !== 'same')
      .map((row) => ({ places: placesOfArticles(row), old: words(row.oldArticles), new: words(row.newArticles) })),
    ...comparison.parts.filter(({ op }) => op !== 'same').map((part) => ({ places: placesOfPart(part), old: part.old, new: part.new })),
  ];
}

/**
 * What a change seems to answer, from the records alone: an adopted comment or a followed annotation on that article, a finding
 * whose words are gone from it. What was taken as a reason of that change already is not suggested again.
 */
export function suggestReasons(
  comparison: DocumentComparison,
  sources: readonly ReasonSource[],
  taken: readonly Pick<ChangeReason, 'kind' | 'sourceId' | 'place'>[],
): SuggestedReason[] {
  return changesOf(comparison).flatMap(({ places, old, new: now }) =>
    sources.flatMap((source): SuggestedReason[] => {
      const [place] = places;
      if (place === undefined || !source.isAgreed || !source.places.some((candidate) => places.includes(candidate))) return [];
      if (source.quote !== undefined && (!old.includes(source.quote) || now.includes(source.quote))) return [];
      const isTaken = taken.some((reason) => reason.kind === source.kind && reason.sourceId === source.id && places.includes(reason.place));
      return isTaken ? [] : [{ place, source }];
    }),
  );
}
