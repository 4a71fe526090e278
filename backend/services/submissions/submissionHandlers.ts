import { sealPackage } from '#backend/exchange/sealPackage.ts';
import { submissionParts } from '#backend/exchange/packagePayload.ts';
import { submissionRows } from '#backend/services/submissions/submissionRows.ts';
import { submissionPayload } from '#backend/services/submissions/submissionPayload.ts';
import { requireKept } from '#backend/policies/requireKept.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { readVersionOf } from '#backend/services/versions/readVersion.ts';
import { takeStep } from '#backend/services/workflow/takeStep.ts';
import { workflowFacts } from '#backend/services/conventions/workflowFacts.ts';
import { keepFile } from '#backend/services/documents/keepFile.ts';
import { senderOf } from '#backend/services/installation/senderOf.ts';
import { DomainError } from '#core/errors.ts';
import type { WorkflowAction, WorkflowFacts } from '#core/workflow/workflow.ts';

/** One version sent to one reviewing office, as a signed package that is kept and can be fetched again. */
export function submissionHandlers(kit: ServiceKit) {
  return {
    list: registered.submissions.list.handler(({ input }) =>
      submissionRows(kit.store)
        .where('submission.conventionId', '=', input.conventionId)
        .orderBy('submission.round', 'desc')
        .execute(),
    ),

    create: registered.submissions.create.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter');
      const { conventionId } = input;
      const id = kit.newId();
      const at = kit.clock.now().toISOString();
      const sender = await senderOf(kit.store, context.actor);
      await kit.write(context.actor.id, async (store, record) => {
        await requireKept(store, conventionId);
        const version = await readVersionOf(store, conventionId, input.versionId);
        const last = await store
          .selectFrom('submission')
          .select('round')
          .where('conventionId', '=', conventionId)
          .orderBy('round', 'desc')
          .limit(1)
          .executeTakeFirst();
        const round = (last?.round ?? 0) + 1;
        const payload = await submissionPayload(store, version, { ...input, submissionId: id, round });
        const bytes = sealPackage({
          kind: 'submission',
          id,
          createdAt: at,
          sender: sender.sender,
          privateKey: sender.privateKey,
          parts: submissionParts(payload),
        });
        const fileName = `${payload.village}送审第${round}轮.xiangyue`;
        const packageSha256 = await keepFile(kit, store, { name: fileName, mediaType: 'application/zip', bytes });
        await store
          .insertInto('submission')
          .values({ ...input, id, round, fileName, packageSha256, sentBy: context.actor.id, sentAt: at })
          .execute();
        record({ action: 'submission.created', subject: 'submission', subjectId: id, contentHash: version.contentHash });
        const action = stepIntoReview(await workflowFacts(store, conventionId));
        if (action !== undefined) await takeStep(store, record, { conventionId, action, actor: context.actor, at });
      });
      return submissionRows(kit.store).where('submission.id', '=', id).executeTakeFirstOrThrow();
    }),

    file: registered.submissions.file.handler(async ({ input }) => {
      const row = await kit.store
        .selectFrom('submission')
        .select(['packageSha256', 'fileName'])
        .where('id', '=', input.submissionId)
        .executeTakeFirst();
      if (row === undefined) throw new DomainError('NOT_FOUND', '这次送审');
      return new File([new Uint8Array(kit.files.get(row.packageSha256))], row.fileName, { type: 'application/zip' });
    }),
  };
}

/** A package may be made at any stage; the convention moves on only from those that lead to the review. */
function stepIntoReview({ stage, wasReviewed }: WorkflowFacts): WorkflowAction | undefined {
  if (stage === 'screening') return 'submitForReview';
  return wasReviewed && (stage === 'drafting' || stage === 'reviewing') ? 'resubmitForReview' : undefined;
}
