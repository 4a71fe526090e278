import { describeConvention } from '#backend/services/conventions/describeConvention.ts';
import { kindOf } from '#backend/services/conventions/kindOf.ts';
import { presentVote } from '#backend/services/conventions/presentVote.ts';
import { workflowFacts } from '#backend/services/conventions/workflowFacts.ts';
import { presentPriorAdoption } from '#backend/services/priorAdoptions/presentPriorAdoption.ts';
import { requireKept } from '#backend/policies/requireKept.ts';
import { requirePossibleDates } from '#backend/policies/requirePossibleDates.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { readVersionOf } from '#backend/services/versions/readVersion.ts';
import { stepsWithFacts } from '#backend/services/workflow/stepsWithFacts.ts';
import { takeStep } from '#backend/services/workflow/takeStep.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { refusalTexts } from '#contract/refusals.ts';
import { DomainError } from '#core/errors.ts';
import { judgeVote } from '#core/workflow/judgeVote.ts';

/** Steps that only move on, and the facts (vote, filing, publication) that others need first. */
export function workflowHandlers(kit: ServiceKit) {
  const now = () => kit.clock.now().toISOString();

  return {
    perform: registered.workflow.perform.handler(async ({ input, context }) => {
      const { conventionId, action } = input;
      if (stepsWithFacts.has(action)) throw new DomainError('BAD_INPUT', '这一步要登记具体内容');
      await kit.write(context.actor.id, (store, record) =>
        takeStep(store, record, { conventionId, action, actor: context.actor, at: now() }),
      );
      return describeConvention(kit.store, conventionId, context.actor);
    }),

    /**
     * A vote is recorded as it was; it moves the convention on when it passed, back when it failed. While the filing is awaited
     * it corrects the one before.
     */
    recordVote: registered.workflow.recordVote.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      if (input.present > input.eligible) throw new DomainError('BAD_INPUT', '实到人数多于应到人数');
      if (input.inFavour + input.against + input.abstained > input.present) {
        throw new DomainError('BAD_INPUT', '票数合计多于实到人数');
      }
      requirePossibleDates(kit.clock.now(), { vote: input.heldOn });
      const judgement = judgeVote(await kindOf(kit.store, input.conventionId), input);
      const at = now();
      await kit.write(context.actor.id, async (store, record) => {
        await requireKept(store, input.conventionId);
        const version = await readVersionOf(store, input.conventionId, input.versionId);
        const id = kit.newId();
        await store
          .insertInto('vote')
          .values({ ...input, id, passed: judgement.passed ? 1 : 0, recordedBy: context.actor.id, recordedAt: at })
          .execute();
        record({ action: 'vote.recorded', subject: 'vote', subjectId: id, contentHash: version.contentHash });
        const { stage } = await workflowFacts(store, input.conventionId);
        const action = judgement.passed ? 'recordPassedVote' : 'recordFailedVote';
        const isCorrection = stage === 'filing' && !judgement.passed;
        if (stage !== 'voting' && !isCorrection) return;
        await takeStep(store, record, { conventionId: input.conventionId, action, actor: context.actor, at });
      });
      return { ...judgement, convention: await describeConvention(kit.store, input.conventionId, context.actor) };
    }),

    recordFiling: registered.workflow.recordFiling.handler(async ({ input, context }) => {
      const { conventionId } = input;
      requirePossibleDates(kit.clock.now(), { filing: input.filedOn });
      const at = now();
      await kit.write(context.actor.id, async (store, record) => {
        const { voteId } = await adoption(store, conventionId);
        const id = kit.newId();
        await store
          .insertInto('filing')
          .values({ ...input, id, voteId, recordedBy: context.actor.id, recordedAt: at })
          .execute();
        record({ action: 'filing.recorded', subject: 'filing', subjectId: id });
        await takeStep(store, record, { conventionId, action: 'recordFiling', actor: context.actor, at });
      });
      return describeConvention(kit.store, conventionId, context.actor);
    }),

    recordPublication: registered.workflow.recordPublication.handler(async ({ input, context }) => {
      const { conventionId } = input;
      requirePossibleDates(kit.clock.now(), { publication: input.postedOn });
      const at = now();
      await kit.write(context.actor.id, async (store, record) => {
        const { versionId } = await adoption(store, conventionId);
        const id = kit.newId();
        await store
          .insertInto('publication')
          .values({ ...input, id, versionId, recordedBy: context.actor.id, recordedAt: at })
          .execute();
        record({ action: 'publication.recorded', subject: 'publication', subjectId: id });
        await takeStep(store, record, { conventionId, action: 'publish', actor: context.actor, at });
      });
      return describeConvention(kit.store, conventionId, context.actor);
    }),
  };
}

/** The text that was adopted: by a ballot recorded here, or as it was registered. Throws WRONG_STAGE where neither is on record. */
async function adoption(store: Store, conventionId: string): Promise<{ versionId: string; voteId: string | null }> {
  const vote = await presentVote(store, conventionId);
  if (vote?.passed === 1) return { versionId: vote.versionId, voteId: vote.id };
  const priorAdoption = vote === undefined ? await presentPriorAdoption(store, conventionId) : undefined;
  if (priorAdoption === undefined) throw new DomainError('WRONG_STAGE', refusalTexts.NO_PASSED_VOTE);
  return { versionId: priorAdoption.versionId, voteId: null };
}
