import type { Store } from '#backend/storage/openDatabase.ts';

/** The newest ballot since the convention was last put to the vote, with the text that was voted on. */
export function presentVote(store: Store, conventionId: string) {
  return store
    .selectFrom('vote')
    .innerJoin('version', 'version.id', 'vote.versionId')
    .innerJoin('convention', 'convention.id', 'vote.conventionId')
    .select(['vote.id', 'vote.passed', 'vote.versionId', 'version.contentHash'])
    .where('vote.conventionId', '=', conventionId)
    .whereRef('vote.recordedAt', '>=', 'convention.votingSince')
    .orderBy('vote.recordedAt', 'desc')
    .orderBy('vote.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
