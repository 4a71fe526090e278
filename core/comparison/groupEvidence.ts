import { sharedWeight, uniteTerms } from '#core/comparison/articleTerms.ts';
import { weighTerms, type WeighedTerms } from '#core/comparison/pairEvidence.ts';

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/**
 * Whether `piece` is a further part of `whole`, of which `parts` are known to be parts already: how much of the piece
 * comes from the whole, what it covers that the parts leave open, and whether the parts and the piece together resemble
 * the whole more than the parts do. Each for pairs of characters, characters, matters and rare terms; the last figure says whether the piece
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
    ['rare', 'rareWeight'],
  ] as const) {
    const sharedBefore = sharedWeight(whole[kind], before[kind], weights);
    const sharedAfter = sharedWeight(whole[kind], after[kind], weights);
    // A piece that says again what a part says is a look-alike, however much of it the whole holds.
    figures.push(
      ratio(sharedWeight(before[kind], piece[kind], weights), piece[weight]),
      ratio(sharedAfter - sharedBefore, piece[weight]),
      ratio(sharedWeight(whole[kind], piece[kind], weights), piece[weight]),
      ratio(sharedAfter - sharedBefore, whole[weight]),
      ratio(2 * sharedAfter, whole[weight] + after[weight]) - ratio(2 * sharedBefore, whole[weight] + before[weight]),
    );
  }
  figures.push(Number(isBeside));
  return figures;
}
