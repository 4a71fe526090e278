import type { Store } from '#backend/storage/openDatabase.ts';
import { DomainError } from '#core/errors.ts';
import { conclusionSchema, isClearing, type Conclusion } from '#core/review/review.ts';
import { stages, type Stage, type WorkflowFacts } from '#core/workflow/workflow.ts';
import { z } from 'zod';

const storedStage = z.enum(stages);

export function readStage(text: string): Stage {
  return storedStage.parse(text);
}

/**
 * content hash → the conclusion of the newest opinion that covers it. A later opinion on the same text counts instead of
 * an earlier one, on paper or not.
 */
export async function conclusionsByHash(store: Store, conventionId: string): Promise<Map<string, Conclusion>> {
  const rows = await store
    .selectFrom('opinion')
    .select(['contentHash', 'conclusion'])
    .where('conventionId', '=', conventionId)
    .orderBy('importedAt')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.contentHash, conclusionSchema.parse(row.conclusion)]));
}

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

/** Gathers what core/workflow judges a step by. Throws NOT_FOUND. */
export async function workflowFacts(store: Store, conventionId: string): Promise<WorkflowFacts> {
  const convention = await store
    .selectFrom('convention')
    .innerJoin('draft', 'draft.conventionId', 'convention.id')
    .select(['convention.stage', 'convention.articleCount', 'draft.contentHash'])
    .where('convention.id', '=', conventionId)
    .executeTakeFirst();
  if (convention === undefined) throw new DomainError('NOT_FOUND', '这份村规民约');
  const version = await store
    .selectFrom('version')
    .select(['id', 'contentHash'])
    .where('conventionId', '=', conventionId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
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
  const paperOnVersion = version !== undefined && opinions.has(version.contentHash);
  const vote = await presentVote(store, conventionId);
  const filing =
    vote === undefined
      ? undefined
      : await store.selectFrom('filing').select('id').where('voteId', '=', vote.id).executeTakeFirst();
  return {
    stage: readStage(convention.stage),
    articleCount: convention.articleCount,
    openComments: await countOpenComments(store, conventionId),
    draftHash: convention.contentHash,
    versionHash: version?.contentHash,
    clearedHashes: new Set([...opinions].filter(([, conclusion]) => isClearing(conclusion)).map(([hash]) => hash)),
    hasSubmission: (submission !== undefined && submission.versionId === version?.id) || paperOnVersion,
    hasOpinion: opinionOnSubmission !== undefined || paperOnVersion,
    vote: vote === undefined ? undefined : { hash: vote.contentHash, passed: vote.passed === 1 },
    hasFiling: filing !== undefined,
  };
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
