import type { OpinionPrint } from '#backend/documents/export/printDocument.ts';
import { chineseDate } from '#backend/services/documents/chineseDate.ts';
import { localDay } from '#backend/services/installation/localDay.ts';
import { listOpinions } from '#backend/services/opinions/listOpinions.ts';
import { readReview } from '#backend/services/reviews/readReview.ts';
import { readVersionOf } from '#backend/services/versions/readVersion.ts';
import type { Actor } from '#backend/services/serviceKit.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { annotationKindNames, aspectNames, conclusionNames } from '#contract/names.ts';
import { articleNames } from '#core/document/articleNames.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';
import { basisText } from '#core/review/basisText.ts';
import { inReadingOrder } from '#core/review/inReadingOrder.ts';
import { reviewAspects, type Annotation, type AspectResults } from '#core/review/review.ts';

function printedScope(aspects: AspectResults) {
  return reviewAspects.map((aspect) => {
    const value = aspects[aspect];
    const result = value === undefined ? '未填' : value.result === 'pass' ? '未发现问题' : '有问题';
    return { name: aspectNames[aspect], result, remark: value?.remark ?? '' };
  });
}

function printedAnnotations(annotations: readonly Annotation[], document: ConventionDocument) {
  const names = articleNames(document);
  return inReadingOrder(annotations, document).map((annotation) => ({
    article: names.get(annotation.anchor.articleId) ?? '',
    problem:
      annotation.anchor.quote === '' ? annotation.text : `“${annotation.anchor.quote}”：${annotation.text}`,
    basis: basisText(annotation.basis),
    severity: annotationKindNames[annotation.kind],
    suggestion: annotation.suggestion,
  }));
}

/** Who signed, whoever works at this computer now. */
async function issuer(store: Store, reviewId: string) {
  const { name, office } = await store
    .selectFrom('review')
    .innerJoin('person', 'person.id', 'review.issuedBy')
    .select(['person.name', 'person.office'])
    .where('review.id', '=', reviewId)
    .executeTakeFirstOrThrow();
  return { reviewer: name, office, identity: `${office} ${name}` };
}

/** 合法性审查意见书 of a review made here. Throws NOT_FOUND, or WRONG_STAGE before it is issued. */
export async function reviewPrint(store: Store, now: Date, reviewId: string): Promise<OpinionPrint> {
  const review = await readReview(store, reviewId);
  if (review.issuedAt === null || review.conclusion === null) throw new DomainError('WRONG_STAGE', '意见书还没有出具');
  return {
    type: 'opinion',
    date: chineseDate(localDay(now)),
    number: review.opinionNumber,
    conventionTitle: review.title,
    submittingOffice: review.sender,
    receivedOn: chineseDate(localDay(new Date(review.receivedAt))),
    finishedOn: chineseDate(localDay(new Date(review.issuedAt))),
    versionName: `第 ${review.versionNumber} 版（第 ${review.round} 轮送审）`,
    sha256: review.contentHash,
    scope: printedScope(review.aspects),
    annotations: printedAnnotations(review.annotations, review.document),
    conclusion: conclusionNames[review.conclusion],
    ...(review.remark === '' ? {} : { explanation: review.remark }),
    ...(await issuer(store, reviewId)),
  };
}

/** The same for an opinion that was received. Throws NOT_FOUND, or NOT_ALLOWED for one that came on paper. */
export async function receivedOpinionPrint(
  store: Store,
  actor: Actor,
  now: Date,
  opinionId: string,
): Promise<OpinionPrint> {
  const row = await store.selectFrom('opinion').selectAll().where('id', '=', opinionId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', '这份意见书');
  const opinion = (await listOpinions(store, row.conventionId)).find((candidate) => candidate.id === opinionId);
  if (opinion?.versionId === undefined || opinion.versionId === null) throw new DomainError('NOT_FOUND', '意见书审查的版本');
  if (opinion.form === 'paper') throw new DomainError('NOT_ALLOWED', '这是纸质意见书，以盖章原件为准');
  const version = await readVersionOf(store, row.conventionId, opinion.versionId);
  const convention = await store
    .selectFrom('convention')
    .select('title')
    .where('id', '=', row.conventionId)
    .executeTakeFirstOrThrow();
  return {
    type: 'opinion',
    date: chineseDate(localDay(now)),
    number: opinion.opinionNumber,
    conventionTitle: convention.title,
    submittingOffice: `${actor.office} ${actor.person}`,
    receivedOn: chineseDate(row.receivedOn),
    finishedOn: chineseDate(opinion.issuedOn),
    versionName: `第 ${version.number} 版（第 ${opinion.round} 轮送审）`,
    sha256: opinion.contentHash,
    scope: printedScope(opinion.aspects),
    annotations: printedAnnotations(opinion.annotations, version.document),
    conclusion: conclusionNames[opinion.conclusion],
    ...(opinion.remark === '' ? {} : { explanation: opinion.remark }),
    reviewer: opinion.reviewer,
    office: opinion.office,
    identity: `${opinion.office} ${opinion.reviewer}`,
  };
}
