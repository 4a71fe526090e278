import { opinionParts } from '#backend/exchange/packagePayload.ts';
import { sealPackage } from '#backend/exchange/sealPackage.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { keepFile } from '#backend/services/documents/keepFile.ts';
import { localDay } from '#backend/services/installation/localDay.ts';
import { senderOf } from '#backend/services/installation/senderOf.ts';
import { readReview } from '#backend/services/reviews/readReview.ts';
import { registered, type Actor, type ServiceKit } from '#backend/services/serviceKit.ts';
import type { RecordFact } from '#backend/storage/auditChain.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText } from '#core/document/articleText.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { DomainError } from '#core/errors.ts';
import { submissionPayloadSchema, type OpinionPayload } from '#core/exchange/package.ts';
import type { Anchor } from '#core/review/review.ts';
import type { ReviewDetail } from '#contract/reviews.ts';

/** The reviewer's work on a submission, up to the signed opinion; after that nothing of it changes. */
export function reviewHandlers(kit: ServiceKit) {
  const change = async (
    reviewId: string,
    actor: Actor,
    useCase: (store: Store, record: RecordFact, review: ReviewDetail) => Promise<void>,
  ) => {
    requireRole(actor, 'reviewer');
    await kit.write(actor.id, async (store, record) => {
      const review = await readReview(store, reviewId);
      if (review.issuedAt !== null) throw new DomainError('WRONG_STAGE', '意见书已经出具，不能再改');
      await useCase(store, record, review);
    });
    return readReview(kit.store, reviewId);
  };

  return {
    list: registered.reviews.list.handler(async () => {
      const rows = await kit.store.selectFrom('review').select('id').orderBy('receivedAt', 'desc').execute();
      return Promise.all(rows.map((row) => readReview(kit.store, row.id)));
    }),

    get: registered.reviews.get.handler(({ input }) => readReview(kit.store, input.reviewId)),

    saveAnnotation: registered.reviews.saveAnnotation.handler(({ input, context }) =>
      change(input.reviewId, context.actor, async (store, record, review) => {
        checkAnchor(input.annotation.anchor, review);
        const id = input.annotation.id ?? kit.newId();
        const content = JSON.stringify({ ...input.annotation, id });
        const existing = review.annotations.some((annotation) => annotation.id === id);
        if (existing) {
          await store.updateTable('annotation').set({ content }).where('id', '=', id).execute();
        } else {
          if (input.annotation.id !== undefined) throw new DomainError('NOT_FOUND', '这条批注');
          const last = await store
            .selectFrom('annotation')
            .select('sequence')
            .where('reviewId', '=', review.id)
            .orderBy('sequence', 'desc')
            .limit(1)
            .executeTakeFirst();
          await store
            .insertInto('annotation')
            .values({
              id,
              reviewId: review.id,
              sequence: (last?.sequence ?? 0) + 1,
              content,
              writtenBy: context.actor.id,
              writtenAt: kit.clock.now().toISOString(),
            })
            .execute();
        }
        record({ action: existing ? 'annotation.changed' : 'annotation.added', subject: 'annotation', subjectId: id });
      }),
    ),

    removeAnnotation: registered.reviews.removeAnnotation.handler(({ input, context }) =>
      change(input.reviewId, context.actor, async (store, record) => {
        const result = await store
          .deleteFrom('annotation')
          .where('id', '=', input.annotationId)
          .where('reviewId', '=', input.reviewId)
          .executeTakeFirst();
        if (result.numDeletedRows === 0n) throw new DomainError('NOT_FOUND', '这条批注');
        record({ action: 'annotation.removed', subject: 'annotation', subjectId: input.annotationId });
      }),
    ),

    setAspect: registered.reviews.setAspect.handler(({ input, context }) =>
      change(input.reviewId, context.actor, async (store, record, review) => {
        const { [input.aspect]: _former, ...others } = review.aspects;
        const aspects = input.value === null ? others : { ...others, [input.aspect]: input.value };
        await store
          .updateTable('review')
          .set({ aspects: JSON.stringify(aspects) })
          .where('id', '=', review.id)
          .execute();
        record({ action: 'review.aspectSet', subject: 'review', subjectId: review.id });
      }),
    ),

    setConclusion: registered.reviews.setConclusion.handler(({ input, context }) =>
      change(input.reviewId, context.actor, async (store, record, review) => {
        const { conclusion, remark, opinionNumber } = input;
        await store.updateTable('review').set({ conclusion, remark, opinionNumber }).where('id', '=', review.id).execute();
        record({ action: 'review.conclusionSet', subject: 'review', subjectId: review.id });
      }),
    ),

    issue: registered.reviews.issue.handler(async ({ input, context }) => {
      const sender = await senderOf(kit.store, context.actor);
      return change(input.reviewId, context.actor, async (store, record, review) => {
        if (review.issueRefusal !== null || review.conclusion === null) {
          throw new DomainError('WRONG_STAGE', review.issueRefusal ?? '还没有选审查结论');
        }
        const now = kit.clock.now();
        const payload = await opinionPayload(store, review, localDay(now), kit.newId());
        const bytes = sealPackage({
          kind: 'opinion',
          id: payload.opinionId,
          createdAt: now.toISOString(),
          sender: sender.sender,
          privateKey: sender.privateKey,
          parts: opinionParts(payload),
        });
        const opinionSha256 = await keepFile(kit, store, {
          name: opinionFileName(review),
          mediaType: 'application/zip',
          bytes,
        });
        await store
          .updateTable('review')
          .set({ issuedAt: now.toISOString(), issuedBy: context.actor.id, opinionSha256 })
          .where('id', '=', review.id)
          .execute();
        record({
          action: 'opinion.issued',
          subject: 'review',
          subjectId: review.id,
          contentHash: review.contentHash,
        });
      });
    }),

    file: registered.reviews.file.handler(async ({ input }) => {
      const row = await kit.store
        .selectFrom('review')
        .select('opinionSha256')
        .where('id', '=', input.reviewId)
        .executeTakeFirst();
      if (row?.opinionSha256 === undefined || row.opinionSha256 === null) {
        throw new DomainError('NOT_FOUND', '审查意见书');
      }
      const name = opinionFileName(await readReview(kit.store, input.reviewId));
      return new File([new Uint8Array(kit.files.get(row.opinionSha256))], name, { type: 'application/zip' });
    }),
  };
}

function opinionFileName(review: ReviewDetail): string {
  return `${review.village}审查意见第${review.round}轮.xiangyue`;
}

/** An annotation stands on the text that is under review: its article, its offsets and its words must fit. */
function checkAnchor(anchor: Anchor, review: ReviewDetail): void {
  const placed = articlesOf(review.document).find(({ article }) => article.attrs.id === anchor.articleId);
  if (placed === undefined || anchor.contentHash !== review.contentHash) throw new DomainError('NOT_FOUND', '批注所在的条款');
  const text = articleText(placed.article, numberDocument(review.document));
  if (anchor.from > anchor.to || text.slice(anchor.from, anchor.to) !== anchor.quote) {
    throw new DomainError('BAD_INPUT', '批注的位置和文字对不上');
  }
}

async function opinionPayload(
  store: Store,
  review: ReviewDetail,
  issuedOn: string,
  opinionId: string,
): Promise<OpinionPayload> {
  const row = await store.selectFrom('review').select('payload').where('id', '=', review.id).executeTakeFirstOrThrow();
  const submission = submissionPayloadSchema.parse(JSON.parse(row.payload));
  if (review.conclusion === null) throw new Error('An opinion without a conclusion');
  return {
    opinionId,
    submissionId: submission.submissionId,
    conventionId: submission.conventionId,
    opinionNumber: review.opinionNumber,
    contentHash: review.contentHash,
    renderFormat: review.renderFormat,
    round: review.round,
    receivedOn: localDay(new Date(review.receivedAt)),
    issuedOn,
    aspects: review.aspects,
    conclusion: review.conclusion,
    remark: review.remark,
    annotations: review.annotations,
  };
}
