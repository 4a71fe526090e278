import { sharedWeight, uniteTerms } from '#core/comparison/articleTerms.ts';
import { weighTerms, type WeighedTerms } from '#core/comparison/pairEvidence.ts';

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/**
 * Whether `piece` is a further part of `whole`, of which `parts` are known to be parts already: how much of the piece
 * comes from the whole, what it covers that the parts leave open, and whether the parts and the piece together resemble
 * the whole more than the parts do. Each for wording, characters and matters; the last figure says whether the piece
 * stands directly beside a part.
 */
export function groupEvidence(
  whole: WeighedTerms,
  parts: readonly WeighedTerms[],
  piece: WeighedTerms,
  isBeside: boolean,
  weights: Float64Array,
): number[] {
  const before = weighTerms(uniteTerms(parts), weights);
  const after = weighTerms(uniteTerms([...parts, piece]), weights);
  const figures: number[] = [];
  for (const [kind, weight] of [
    ['pairs', 'pairWeight'],
    ['characters', 'characterWeight'],
    ['topics', 'topicWeight'],
  ] as const) {
    const sharedBefore = sharedWeight(whole[kind], before[kind], weights);
    const sharedAfter = sharedWeight(whole[kind], after[kind], weights);
    figures.push(
      ratio(sharedWeight(whole[kind], piece[kind], weights), piece[weight]),
      ratio(sharedAfter - sharedBefore, whole[weight]),
      ratio(2 * sharedAfter, whole[weight] + after[weight]) - ratio(2 * sharedBefore, whole[weight] + before[weight]),
    );
  }
  figures.push(Number(isBeside));
  return figures;
}
