import type { PrintedPriorAdoption } from '#backend/documents/export/printDocument.ts';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import { adoptingBody } from '#backend/services/documents/adoptingBody.ts';
import { chineseDate } from '#backend/services/documents/chineseDate.ts';
import { newestPublication } from '#backend/services/documents/newestPublication.ts';
import { filingsWithoutBallot } from '#backend/services/priorAdoptions/filingsWithoutBallot.ts';
import type { Store } from '#backend/storage/openDatabase.ts';

/**
 * What was registered of a version's adoption before the application, and what was recorded of its filing and publication
 * since; undefined for a version that was not registered.
 */
export async function priorAdoptionPrint(
  store: Store,
  conventionId: string,
  versionId: string,
): Promise<PrintedPriorAdoption | undefined> {
  const registered = await store
    .selectFrom('priorAdoption')
    .selectAll()
    .where('conventionId', '=', conventionId)
    .where('versionId', '=', versionId)
    .orderBy('registeredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (registered === undefined) return undefined;
  const { kind, village, priorAdoptionId } = await conventionRows(store).where('convention.id', '=', conventionId).executeTakeFirstOrThrow();
  const since = priorAdoptionId !== registered.id ? undefined : await filingsWithoutBallot(store, conventionId)
    .select(['filing.filedOn', 'filing.filingNumber', 'filing.receivedBy'])
    .orderBy('filing.recordedAt', 'desc')
    .orderBy('filing.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const publication = await newestPublication(store, conventionId, versionId);
  const day = (value: string | null) => (value === null ? undefined : chineseDate(value));
  const words = (value: string) => (value === '' ? undefined : value);
  return {
    adoptedOn: day(registered.adoptedOn),
    adoptingBody: registered.meeting === null ? undefined : adoptingBody({ kind, village }, registered.meeting),
    filing: {
      date: day(since?.filedOn ?? registered.filedOn),
      office: words(since?.receivedBy ?? registered.filedWith),
      number: words(since?.filingNumber ?? registered.filingNumber),
    },
    publication:
      registered.stage === 'filing' && publication === undefined
        ? undefined
        : { date: day(publication?.postedOn ?? registered.postedOn), place: words(publication?.place ?? registered.place) },
  };
}
