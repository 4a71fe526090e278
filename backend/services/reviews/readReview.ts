import { z } from 'zod';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { ReviewDetail } from '#contract/reviews.ts';
import { aspectNames } from '#contract/names.ts';
import { inlineText } from '#core/document/articleText.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { verificationCode } from '#core/document/verificationCode.ts';
import { DomainError } from '#core/errors.ts';
import { submissionPayloadSchema } from '#core/exchange/package.ts';
import {
  annotationSchema,
  aspectResultsSchema,
  conclusionSchema,
  isClearing,
  reviewAspects,
  type Annotation,
  type AspectResults,
  type Conclusion,
} from '#core/review/review.ts';

/**
 * Why an opinion with this content cannot be issued; null when it can. A clearing conclusion goes neither with an aspect
 * that has a problem nor with an annotation that calls something unlawful or in need of change.
 */
export function issueRefusal(
  aspects: AspectResults,
  conclusion: Conclusion | null,
  annotations: readonly Annotation[],
): string | null {
  const missing = reviewAspects.filter((aspect) => aspects[aspect] === undefined);
  if (missing.length > 0) {
    return `“${missing.map((aspect) => aspectNames[aspect]).join('、')}”还没有查，查完才能出具意见书`;
  }
  if (conclusion === null) return '还没有选审查结论';
  const grave = annotations.some((annotation) => annotation.kind === 'unlawful' || annotation.kind === 'mustChange');
  if (isClearing(conclusion) && grave) return '批注里有不合法或应当修改的，结论不能是合法';
  if (conclusion === 'lawful' && reviewAspects.some((aspect) => aspects[aspect]?.result === 'problem')) {
    return '有一项查出了问题，结论不能是合法';
  }
  return null;
}

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
  const title = payload.document.content.find((part) => part.type === 'title');
  return {
    id: row.id,
    title: title === undefined ? payload.village : inlineText(title.content, numberDocument(payload.document)),
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
    annotations,
    aspects,
    remark: row.remark,
    opinionNumber: row.opinionNumber,
    issueRefusal: row.issuedAt === null ? issueRefusal(aspects, conclusion, annotations) : '意见书已经出具',
  };
}
