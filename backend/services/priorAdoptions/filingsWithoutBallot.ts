import type { Store } from '#backend/storage/openDatabase.ts';

/** Filings of an adoption that was registered, recorded since it was; the caller selects and orders. */
export function filingsWithoutBallot(store: Store, conventionId: string) {
  return store
    .selectFrom('filing')
    .innerJoin('convention', 'convention.id', 'filing.conventionId')
    .where('filing.conventionId', '=', conventionId)
    .where('filing.voteId', 'is', null)
    .whereRef('filing.recordedAt', '>=', 'convention.votingSince');
}
