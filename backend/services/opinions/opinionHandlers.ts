import { z } from 'zod';
import { requireKept } from '#backend/policies/requireKept.ts';
import { requirePossibleDates } from '#backend/policies/requirePossibleDates.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { keepFile } from '#backend/services/documents/keepFile.ts';
import { listOpinions } from '#backend/services/opinions/listOpinions.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { readVersionOf } from '#backend/services/versions/readVersion.ts';
import { limits } from '#contract/limits.ts';
import { DomainError } from '#core/errors.ts';
import { isSamePerson } from '#core/review/isSamePerson.ts';
import { annotationSchema } from '#core/review/review.ts';

/** Formal results of reviews, on the drafter's side: imported, answered, or registered from stamped paper. */
export function opinionHandlers(kit: ServiceKit) {
  return {
    list: registered.opinions.list.handler(({ input }) => listOpinions(kit.store, input.conventionId)),

    answer: registered.opinions.answer.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter');
      if (input.answer !== 'accepted' && input.text === '') throw new DomainError('BAD_INPUT', '不修改或部分修改要写说明');
      const id = kit.newId();
      const at = kit.clock.now().toISOString();
      await kit.write(context.actor.id, async (store, record) => {
        const opinion = await store
          .selectFrom('opinion')
          .select('annotations')
          .where('id', '=', input.opinionId)
          .executeTakeFirst();
        const annotations = z.array(annotationSchema).parse(JSON.parse(opinion?.annotations ?? '[]'));
        if (!annotations.some((annotation) => annotation.id === input.annotationId)) {
          throw new DomainError('NOT_FOUND', '这条批注');
        }
        const last = await store
          .selectFrom('annotationAnswer')
          .select('sequence')
          .where('opinionId', '=', input.opinionId)
          .where('annotationId', '=', input.annotationId)
          .orderBy('sequence', 'desc')
          .limit(1)
          .executeTakeFirst();
        const sequence = (last?.sequence ?? 0) + 1;
        await store
          .insertInto('annotationAnswer')
          .values({ ...input, id, sequence, answeredBy: context.actor.id, answeredAt: at })
          .execute();
        record({ action: 'annotation.answered', subject: 'annotationAnswer', subjectId: id });
      });
      return { done: true as const };
    }),

    registerPaper: registered.opinions.registerPaper.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const { scan, conventionId, versionId, ...facts } = input;
      requirePossibleDates(kit.clock.now(), { opinion: facts.issuedOn });
      if (isSamePerson({ person: facts.reviewer, office: facts.office }, context.actor)) {
        throw new DomainError('NOT_ALLOWED', '送审和审查不能是同一个人');
      }
      if (scan !== undefined && scan.size > limits.importBytes) throw new DomainError('FILE_TOO_LARGE');
      const bytes = scan === undefined ? undefined : new Uint8Array(await scan.arrayBuffer());
      const id = kit.newId();
      const at = kit.clock.now().toISOString();
      await kit.write(context.actor.id, async (store, record) => {
        await requireKept(store, conventionId);
        const version = await readVersionOf(store, conventionId, versionId);
        const packageSha256 =
          scan === undefined || bytes === undefined
            ? null
            : await keepFile(kit, store, { name: scan.name, mediaType: scan.type || 'application/octet-stream', bytes });
        const submission = await store
          .selectFrom('submission')
          .select(['id', 'round'])
          .where('conventionId', '=', conventionId)
          .where('versionId', '=', versionId)
          .orderBy('round', 'desc')
          .limit(1)
          .executeTakeFirst();
        await store
          .insertInto('opinion')
          .values({
            ...facts,
            id,
            conventionId,
            submissionId: submission?.id ?? null,
            form: 'paper',
            contentHash: version.contentHash,
            round: submission?.round ?? 1,
            receivedOn: facts.issuedOn,
            aspects: '{}',
            annotations: '[]',
            publicKey: '',
            packageSha256,
            importedBy: context.actor.id,
            importedAt: at,
          })
          .execute();
        record({ action: 'opinion.registered', subject: 'opinion', subjectId: id, contentHash: version.contentHash });
      });
      return { opinionId: id };
    }),
  };
}
