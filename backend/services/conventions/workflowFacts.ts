import { answeredSubmissions } from '#backend/services/conventions/answeredSubmissions.ts';
import { conclusionsByHash } from '#backend/services/conventions/conclusionsByHash.ts';
import { presentPriorAdoption } from '#backend/services/priorAdoptions/presentPriorAdoption.ts';
import { presentVote } from '#backend/services/conventions/presentVote.ts';
import { readStage } from '#backend/services/conventions/readStage.ts';
import { filingsWithoutBallot } from '#backend/services/priorAdoptions/filingsWithoutBallot.ts';
import { readDraft } from '#backend/services/drafts/readDraft.ts';
import { newestVersionOf } from '#backend/services/versions/newestVersionOf.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { hasBody } from '#core/document/hasBody.ts';
import { DomainError } from '#core/errors.ts';
import { isClearing } from '#core/review/review.ts';
import type { WorkflowFacts } from '#core/workflow/workflow.ts';

/** Gathers what core/workflow judges a step by. Throws NOT_FOUND. */
export async function workflowFacts(store: Store, conventionId: string): Promise<WorkflowFacts> {
  const convention = await store
    .selectFrom('convention')
    .innerJoin('draft', 'draft.conventionId', 'convention.id')
    .select(['convention.stage', 'convention.articleCount', 'draft.contentHash'])
    .where('convention.id', '=', conventionId)
    .executeTakeFirst();
  if (convention === undefined) throw new DomainError('NOT_FOUND', '这份村规民约');
  const version = await newestVersionOf(store, conventionId).select(['id', 'contentHash']).executeTakeFirst();
  const submission = await store
    .selectFrom('submission')
    .select(['id', 'versionId'])
    .where('conventionId', '=', conventionId)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst();
  const opinions = await conclusionsByHash(store, conventionId);
  const opinionOnSubmission =
    submission === undefined
      ? undefined
      : await store.selectFrom('opinion').select('id').where('submissionId', '=', submission.id).executeTakeFirst();
  const hasOpinionOnVersion = version !== undefined && opinions.has(version.contentHash);
  const answered = await answeredSubmissions(store)
    .select('opinion.id')
    .where('opinion.conventionId', '=', conventionId)
    .limit(1)
    .executeTakeFirst();
  const vote = await presentVote(store, conventionId);
  const priorAdoption = await presentPriorAdoption(store, conventionId);
  return {
    stage: readStage(convention.stage),
    // Verse has no articles; the text is read only where the count does not answer.
    hasBody: convention.articleCount > 0 || hasBody((await readDraft(store, conventionId)).document),
    openComments: await countOpenComments(store, conventionId),
    draftHash: convention.contentHash,
    versionHash: version?.contentHash,
    clearedHashes: new Set([...opinions].filter(([, conclusion]) => isClearing(conclusion)).map(([hash]) => hash)),
    hasSubmission: (submission !== undefined && submission.versionId === version?.id) || hasOpinionOnVersion,
    hasOpinion: opinionOnSubmission !== undefined || hasOpinionOnVersion,
    wasReviewed: answered !== undefined,
    vote: vote === undefined ? undefined : { hash: vote.contentHash, passed: vote.passed === 1 },
    registeredHash: priorAdoption?.contentHash,
    hasFiling: await hasFiling(store, conventionId, vote?.id, priorAdoption),
  };
}

/** A filing belongs to its ballot. Of a registered adoption it counts as well where it was registered with it or recorded since. */
async function hasFiling(
  store: Store,
  conventionId: string,
  voteId: string | undefined,
  priorAdoption: Awaited<ReturnType<typeof presentPriorAdoption>>,
): Promise<boolean> {
  if (voteId !== undefined) {
    const filing = await store.selectFrom('filing').select('id').where('voteId', '=', voteId).executeTakeFirst();
    if (filing !== undefined) return true;
  }
  if (priorAdoption === undefined) return false;
  if (priorAdoption.filedOn !== null || priorAdoption.filingNumber !== '' || priorAdoption.filedWith !== '') return true;
  const filing = await filingsWithoutBallot(store, conventionId).select('filing.id').executeTakeFirst();
  return filing !== undefined;
}

async function countOpenComments(store: Store, conventionId: string): Promise<number> {
  const row = await store
    .selectFrom('comment')
    .leftJoin('reply', 'reply.commentId', 'comment.id')
    .select((expression) => expression.fn.count<number>('comment.id').distinct().as('open'))
    .where('comment.conventionId', '=', conventionId)
    .where('comment.withdrawnFor', 'is', null)
    .where('reply.id', 'is', null)
    .executeTakeFirstOrThrow();
  return row.open;
}
