import { z } from 'zod';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { ReviewDetail } from '#contract/reviews.ts';
import { issueRefusalText } from '#contract/refusals.ts';
import { titleOf } from '#core/document/titleOf.ts';
import { verificationCode } from '#core/document/verificationCode.ts';
import { DomainError } from '#core/errors.ts';
import { submissionPayloadSchema } from '#core/exchange/package.ts';
import { issueRefusal } from '#core/review/issueRefusal.ts';
import { annotationSchema, aspectResultsSchema, conclusionSchema } from '#core/review/review.ts';

/** A review with its annotations in the order in which they were written. Throws NOT_FOUND. */
export async function readReview(store: Store, reviewId: string): Promise<ReviewDetail> {
  const row = await store.selectFrom('review').selectAll().where('id', '=', reviewId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', '这次审查');
  const payload = submissionPayloadSchema.parse(JSON.parse(row.payload));
  const stored = await store
    .selectFrom('annotation')
    .select('content')
    .where('reviewId', '=', reviewId)
    .orderBy('sequence')
    .execute();
  const annotations = z.array(annotationSchema).parse(stored.map(({ content }) => JSON.parse(content)));
  const aspects = aspectResultsSchema.parse(JSON.parse(row.aspects));
  const conclusion = row.conclusion === null ? null : conclusionSchema.parse(row.conclusion);
  const refusal = issueRefusal({ isIssued: row.issuedAt !== null, aspects, conclusion, annotations });
  return {
    id: row.id,
    title: titleOf(payload.document) || payload.village,
    kind: payload.kind,
    village: payload.village,
    township: payload.township,
    versionNumber: payload.versionNumber,
    round: payload.round,
    sender: row.sender,
    receivedAt: row.receivedAt,
    deadline: payload.deadline,
    conclusion,
    issuedAt: row.issuedAt,
    annotationCount: annotations.length,
    note: payload.note,
    document: payload.document,
    contentHash: payload.contentHash,
    renderFormat: payload.renderFormat,
    verificationCode: verificationCode(payload.contentHash),
    comments: payload.comments,
    findings: payload.findings,
    answers: payload.answers,
    annotations,
    aspects,
    remark: row.remark,
    opinionNumber: row.opinionNumber,
    issueRefusal: refusal === null ? null : issueRefusalText(refusal, aspects),
  };
}
