import type { Store } from '#backend/storage/openDatabase.ts';

/**
 * Opinions on what was sent for review since the convention was last voted on, published or registered as in force; the caller selects
 * and adds conditions. Each of these ends what went before: the text that comes after it is asked about anew.
 */
export function answeredSubmissions(store: Store) {
  return store
    .selectFrom('opinion')
    .innerJoin('submission', 'submission.id', 'opinion.submissionId')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('vote')
            .select('vote.id')
            .whereRef('vote.conventionId', '=', 'opinion.conventionId')
            .whereRef('vote.recordedAt', '>=', 'submission.sentAt'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('publication')
            .select('publication.id')
            .whereRef('publication.conventionId', '=', 'opinion.conventionId')
            .whereRef('publication.recordedAt', '>=', 'submission.sentAt'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('priorAdoption')
            .select('priorAdoption.id')
            .whereRef('priorAdoption.conventionId', '=', 'opinion.conventionId')
            .whereRef('priorAdoption.registeredAt', '>=', 'submission.sentAt'),
        ),
      ),
    );
}
