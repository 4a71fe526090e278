import type { ConventionPrint, PrintedAdoption, PrintedClearance } from '#backend/documents/export/printDocument.ts';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import { adoptingBody } from '#backend/services/documents/adoptingBody.ts';
import { chineseDate } from '#backend/services/documents/chineseDate.ts';
import { newestPublication } from '#backend/services/documents/newestPublication.ts';
import { priorAdoptionPrint } from '#backend/services/documents/priorAdoptionPrint.ts';
import { readDraft } from '#backend/services/drafts/readDraft.ts';
import { localDay } from '#backend/services/installation/localDay.ts';
import type { Actor } from '#backend/services/serviceKit.ts';
import { readVersionOf } from '#backend/services/versions/readVersion.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { conclusionNames, notReviewedText } from '#contract/names.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';
import { conclusionSchema, isClearing } from '#core/review/review.ts';

/** Whether an opinion covers exactly this text, in words. The newest opinion on a text counts. */
async function clearance(
  store: Store,
  conventionId: string,
  contentHash: string,
  votedHash: string | undefined,
  isRegistered: boolean,
): Promise<PrintedClearance> {
  const opinion = await store
    .selectFrom('opinion')
    .selectAll()
    .where('conventionId', '=', conventionId)
    .where('contentHash', '=', contentHash)
    .orderBy('importedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (opinion !== undefined) {
    const conclusion = conclusionSchema.parse(opinion.conclusion);
    if (isClearing(conclusion)) {
      return {
        state: 'cleared',
        conclusion: conclusionNames[conclusion],
        office: opinion.office,
        date: chineseDate(opinion.issuedOn),
        ...(opinion.opinionNumber === '' ? {} : { opinionNumber: opinion.opinionNumber }),
        ...(opinion.form === 'paper' ? { onPaper: true } : {}),
      };
    }
    const statement = `合法性审查结论：${conclusionNames[conclusion]}（${opinion.office}，${chineseDate(opinion.issuedOn)}）`;
    return { state: 'notCleared', statement };
  }
  return {
    state: 'notCleared',
    statement: votedHash === contentHash && !isRegistered ? '表决文本与审定文本不一致' : notReviewedText(isRegistered),
  };
}

/** Who adopted this version and when, and where it was posted, by the newest ballot on it and the newest filing and publication: a later entry corrects an earlier one. */
async function adoption(store: Store, conventionId: string, versionId: string): Promise<PrintedAdoption | undefined> {
  const vote = await store
    .selectFrom('vote')
    .selectAll()
    .where('conventionId', '=', conventionId)
    .where('versionId', '=', versionId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (vote?.passed !== 1) return undefined;
  const { kind, village } = await conventionRows(store).where('convention.id', '=', conventionId).executeTakeFirstOrThrow();
  const filing = await store
    .selectFrom('filing')
    .selectAll()
    .where('voteId', '=', vote.id)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const publication = await newestPublication(store, conventionId, versionId);
  return {
    adoptingBody: adoptingBody({ kind, village }, vote.meeting),
    adoptedOn: chineseDate(vote.heldOn),
    ...(filing === undefined
      ? {}
      : { filing: { office: filing.receivedBy, number: filing.filingNumber, date: chineseDate(filing.filedOn) } }),
    ...(publication === undefined ? {} : { publishedOn: chineseDate(publication.postedOn) }),
    ...(publication === undefined || publication.place === '' ? {} : { publicationPlace: publication.place }),
  };
}

/** Everything that the print of a version or of the working draft says. Throws NOT_FOUND. */
export async function conventionPrint(
  store: Store,
  actor: Actor,
  now: Date,
  input: { conventionId: string; versionId?: string | undefined },
): Promise<{ print: ConventionPrint; fileName: string; document: ConventionDocument }> {
  const { conventionId, versionId } = input;
  const row = await conventionRows(store).where('convention.id', '=', conventionId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', '这份村规民约');
  const title = row.title === '' ? row.village : row.title;
  const common = {
    type: 'convention' as const,
    date: chineseDate(localDay(now)),
    identity: `${actor.office} ${actor.person}`,
  };
  if (versionId === undefined) {
    const { document } = await readDraft(store, conventionId);
    const print = { ...common, document, clearance: { state: 'notCleared' as const, statement: '草案，未经合法性审查' } };
    return { print, fileName: `${title}（草案）`, document };
  }
  const version = await readVersionOf(store, conventionId, versionId);
  const voted = await store
    .selectFrom('vote')
    .innerJoin('version', 'version.id', 'vote.versionId')
    .select('version.contentHash')
    .where('vote.conventionId', '=', conventionId)
    .orderBy('vote.recordedAt', 'desc')
    .orderBy('vote.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const adopted = await adoption(store, conventionId, versionId);
  const priorAdoption = await priorAdoptionPrint(store, conventionId, versionId);
  return {
    document: version.document,
    fileName: `${title}（第${version.number}版）`,
    print: {
      ...common,
      document: version.document,
      clearance: await clearance(store, conventionId, version.contentHash, voted?.contentHash, priorAdoption !== undefined),
      ...(adopted === undefined ? {} : { adoption: adopted }),
      ...(priorAdoption === undefined ? {} : { priorAdoption }),
    },
  };
}
