import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '#contract/contract.ts';
import { placesOfArticles, placesOfPart } from '#core/comparison/amendment/changePlaces.ts';
import { api } from '#renderer/transport/api.ts';
import type { ViewChange } from '../comparisonView.ts';

/** The two texts that are compared; a side that is left out is the draft. */
export type ComparedSides = { conventionId: string; oldVersionId?: string; newVersionId?: string };

export function placesOf(change: ViewChange): string[] {
  return 'part' in change ? placesOfPart(change.part) : placesOfArticles(change.row);
}

export type Reasons = Outputs['comparisons']['reasons'];

/** What is on record of why the text was changed, for all changes at once. */
export function useChangeReasons(sides: ComparedSides): Reasons | undefined {
  return useQuery(api.comparisons.reasons.queryOptions({ input: sides })).data;
}
