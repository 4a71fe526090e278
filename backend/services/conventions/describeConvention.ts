import type { Actor } from '#backend/services/serviceKit.ts';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import { conclusionsByHash } from '#backend/services/conventions/conclusionsByHash.ts';
import { readStage } from '#backend/services/conventions/readStage.ts';
import { workflowFacts } from '#backend/services/conventions/workflowFacts.ts';
import { newestVersionOf } from '#backend/services/versions/newestVersionOf.ts';
import { summarizeVersion, versionColumns } from '#backend/services/versions/summarizeVersion.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { ConventionDetail } from '#contract/conventions.ts';
import { DomainError } from '#core/errors.ts';
import { judgeAbilities } from '#core/workflow/workflow.ts';

/** One convention with its newest version, its counts and what this actor may do with it. Throws NOT_FOUND. */
export async function describeConvention(store: Store, conventionId: string, actor: Actor): Promise<ConventionDetail> {
  const row = await conventionRows(store).where('convention.id', '=', conventionId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', '这份村规民约');
  const facts = await workflowFacts(store, conventionId);
  const version = await newestVersionOf(store, conventionId).select(versionColumns).executeTakeFirst();
  const comments = await store
    .selectFrom('comment')
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .where('conventionId', '=', conventionId)
    .where('withdrawnFor', 'is', null)
    .executeTakeFirstOrThrow();
  const opinions = await store
    .selectFrom('opinion')
    .select('annotations')
    .where('conventionId', '=', conventionId)
    .execute();
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    village: row.village,
    township: row.township ?? '',
    stage: readStage(row.stage),
    updatedAt: row.updatedAt,
    articleCount: row.articleCount,
    openComments: facts.openComments,
    isSample: row.isSample === 1,
    isRegistered: row.priorAdoptionId !== null,
    commentCount: comments.total,
    annotationCount: opinions.reduce((total, opinion) => total + storedLength(opinion.annotations), 0),
    newestVersion:
      version === undefined
        ? null
        : await summarizeVersion(store, version, await conclusionsByHash(store, conventionId)),
    draftChanged: facts.versionHash !== facts.draftHash,
    can: judgeAbilities(facts, actor.roles),
  };
}

function storedLength(json: string): number {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.length : 0;
}
