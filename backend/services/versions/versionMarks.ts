import type { Store } from '#backend/storage/openDatabase.ts';
import type { VersionMark } from '#contract/versions.ts';
import { conclusionSchema } from '#core/review/review.ts';

type PlacedMark = { versionId: string; mark: VersionMark };

/** What became of each version of a convention, in the order in which it happened. An opinion marks every version with its text. */
export async function versionMarks(store: Store, conventionId: string): Promise<{ versionId: string; marks: VersionMark[] }[]> {
  const submissions = await store.selectFrom('submission').select(['versionId', 'round', 'reviewingOffice', 'sentAt']).where('conventionId', '=', conventionId).execute();
  const opinions = await store
    .selectFrom('opinion')
    .innerJoin('version', (join) => join.onRef('version.contentHash', '=', 'opinion.contentHash').onRef('version.conventionId', '=', 'opinion.conventionId'))
    .select(['version.id as versionId', 'opinion.issuedOn', 'opinion.conclusion', 'opinion.form'])
    .where('opinion.conventionId', '=', conventionId)
    .execute();
  const votes = await store.selectFrom('vote').select(['id', 'versionId', 'heldOn', 'passed']).where('conventionId', '=', conventionId).execute();
  const filings = await store.selectFrom('filing').select(['voteId', 'filingNumber', 'filedOn']).where('conventionId', '=', conventionId).execute();
  const publications = await store.selectFrom('publication').select(['versionId', 'postedOn', 'place']).where('conventionId', '=', conventionId).execute();
  const adoptions = await store
    .selectFrom('priorAdoption')
    .select(['versionId', 'registeredAt', 'adoptedOn', 'filedOn', 'filingNumber', 'postedOn', 'place'])
    .where('conventionId', '=', conventionId)
    .orderBy('registeredAt')
    .execute();
  const adopted = adoptions.at(-1);
  const versionOfBallot = (voteId: string | null) => (voteId === null ? adopted?.versionId : votes.find(({ id }) => id === voteId)?.versionId);

  const placed: PlacedMark[] = [
    ...submissions.map(({ versionId, round, reviewingOffice, sentAt }): PlacedMark => ({ versionId, mark: { kind: 'submission', at: sentAt, round, office: reviewingOffice } })),
    ...opinions.map(({ versionId, issuedOn, conclusion, form }): PlacedMark => ({
      versionId,
      mark: { kind: 'opinion', at: issuedOn, conclusion: conclusionSchema.parse(conclusion), isPaper: form === 'paper' },
    })),
    ...votes.map(({ versionId, heldOn, passed }): PlacedMark => ({ versionId, mark: { kind: 'vote', at: heldOn, passed: passed === 1 } })),
    ...filings.flatMap(({ voteId, filingNumber, filedOn }): PlacedMark[] => {
      const versionId = versionOfBallot(voteId);
      return versionId === undefined ? [] : [{ versionId, mark: { kind: 'filing', at: filedOn, filingNumber } }];
    }),
    ...publications.map(({ versionId, postedOn, place }): PlacedMark => ({ versionId, mark: { kind: 'publication', at: postedOn, place } })),
    // A later registration of the same text corrects the one before it.
    ...[...new Map(adoptions.map((adoption) => [adoption.versionId, adoption])).values()].flatMap(
      ({ versionId, registeredAt, adoptedOn, filedOn, filingNumber, postedOn, place }): PlacedMark[] => [
        ...(adoptedOn === null ? [] : [{ versionId, mark: { kind: 'vote', at: adoptedOn, passed: true } } satisfies PlacedMark]),
        ...(filedOn === null ? [] : [{ versionId, mark: { kind: 'filing', at: filedOn, filingNumber } } satisfies PlacedMark]),
        ...(postedOn === null ? [] : [{ versionId, mark: { kind: 'publication', at: postedOn, place } } satisfies PlacedMark]),
        { versionId, mark: { kind: 'registration', at: registeredAt } },
      ],
    ),
  ];
  return [...Map.groupBy(placed, ({ versionId }) => versionId)].map(([versionId, entries]) => ({
    versionId,
    marks: entries.map(({ mark }) => mark).sort((one, other) => one.at.localeCompare(other.at)),
  }));
}
