import type { Store } from '#backend/storage/openDatabase.ts';

/** Submissions with the newest opinion on each: one may have come electronically and on paper. */
export function submissionRows(store: Store) {
  return store
    .selectFrom('submission')
    .innerJoin('version', 'version.id', 'submission.versionId')
    .select([
      'submission.id',
      'submission.versionId',
      'version.number as versionNumber',
      'submission.round',
      'submission.reviewingOffice',
      'submission.deadline',
      'submission.note',
      'submission.sentAt',
      'submission.fileName',
    ])
    .select(({ selectFrom }) =>
      selectFrom('opinion')
        .select('opinion.id')
        .whereRef('opinion.submissionId', '=', 'submission.id')
        .orderBy('opinion.importedAt', 'desc')
        .orderBy('opinion.id', 'desc')
        .limit(1)
        .as('opinionId'),
    );
}
