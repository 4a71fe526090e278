import { z } from 'zod';
import { byConvention, daySchema, done, instantSchema, line, optionalText, procedure, sha256Schema } from '#contract/base.ts';
import { conventionKindSchema, documentSchema, idSchema } from '#core/document/document.ts';
import { carriedAnswerSchema, carriedCommentSchema, carriedFindingSchema, packageKinds } from '#core/exchange/package.ts';
import {
  annotationAnswers,
  annotationSchema,
  aspectResultsSchema,
  conclusionSchema,
  reviewAspects,
  aspectResultSchema,
} from '#core/review/review.ts';

const submissionSchema = z.object({
  id: idSchema,
  versionId: idSchema,
  versionNumber: z.number().int(),
  round: z.number().int(),
  reviewingOffice: z.string(),
  deadline: daySchema,
  note: z.string(),
  sentAt: instantSchema,
  fileName: z.string(),
  opinionId: idSchema.nullable(),
});

export const submissions = {
  list: procedure.input(byConvention).output(z.array(submissionSchema)),
  /** Signs the package of a version and writes it down; the file is fetched with `file`, as often as needed. */
  create: procedure
    .input(
      byConvention.extend({
        versionId: idSchema,
        reviewingOffice: line(100),
        deadline: daySchema,
        note: optionalText(5_000),
      }),
    )
    .output(submissionSchema),
  file: procedure.input(z.strictObject({ submissionId: idSchema })).output(z.file()),
};

const verificationSchema = z.object({
  kind: z.enum(packageKinds),
  person: z.string(),
  office: z.string(),
  fingerprint: z.string(),
  isKnownSender: z.boolean(),
  isOwn: z.boolean(),
  createdAt: instantSchema,
  subject: z.string(),
});

export const packages = {
  /** Checks signature, hashes and sender of a package and tells what it holds. Keeps nothing. */
  inspect: procedure.input(z.strictObject({ file: z.file() })).output(verificationSchema),
  /** Takes a package in, all or nothing. An unknown sender is accepted only with the fingerprint that the person compared. */
  receive: procedure
    .input(z.strictObject({ file: z.file(), acceptedFingerprint: z.string().max(50).optional() }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('submission'), reviewId: idSchema }),
        z.object({ kind: z.literal('opinion'), conventionId: idSchema, opinionId: idSchema }),
      ]),
    ),
};

const reviewSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: conventionKindSchema,
  village: z.string(),
  township: z.string(),
  versionNumber: z.number().int(),
  round: z.number().int(),
  sender: z.string(),
  receivedAt: instantSchema,
  deadline: daySchema,
  conclusion: conclusionSchema.nullable(),
  issuedAt: instantSchema.nullable(),
  annotationCount: z.number().int(),
});

const reviewSchema = reviewSummarySchema.extend({
  note: z.string(),
  document: documentSchema,
  contentHash: sha256Schema,
  renderFormat: z.number().int(),
  verificationCode: z.string(),
  comments: z.array(carriedCommentSchema),
  findings: z.array(carriedFindingSchema),
  /** how the annotations of the earlier rounds were answered */
  answers: z.array(carriedAnswerSchema),
  annotations: z.array(annotationSchema),
  aspects: aspectResultsSchema,
  remark: z.string(),
  opinionNumber: z.string(),
  /** why the opinion cannot be issued yet; null when it can */
  issueRefusal: z.string().nullable(),
});
export type ReviewDetail = z.infer<typeof reviewSchema>;

const byReview = z.strictObject({ reviewId: idSchema });

export const reviews = {
  list: procedure.output(z.array(reviewSummarySchema)),
  get: procedure.input(byReview).output(reviewSchema),
  /** Adds an annotation, or replaces the one with this id. Refused once the opinion is issued. */
  saveAnnotation: procedure
    .input(byReview.extend({ annotation: annotationSchema.extend({ id: idSchema.optional() }) }))
    .output(reviewSchema),
  removeAnnotation: procedure.input(byReview.extend({ annotationId: idSchema })).output(reviewSchema),
  setAspect: procedure
    .input(byReview.extend({ aspect: z.enum(reviewAspects), value: aspectResultSchema.nullable() }))
    .output(reviewSchema),
  setConclusion: procedure
    .input(
      byReview.extend({
        conclusion: conclusionSchema.nullable(),
        remark: optionalText(10_000),
        opinionNumber: optionalText(100),
      }),
    )
    .output(reviewSchema),
  /** Signs the opinion; from then on the review is closed. */
  issue: procedure.input(byReview).output(reviewSchema),
  file: procedure.input(byReview).output(z.file()),
};

const opinionSchema = z.object({
  id: idSchema,
  conventionId: idSchema,
  versionId: idSchema.nullable(),
  versionNumber: z.number().int().nullable(),
  form: z.enum(['electronic', 'paper']),
  opinionNumber: z.string(),
  contentHash: sha256Schema,
  round: z.number().int(),
  conclusion: conclusionSchema,
  isClearing: z.boolean(),
  remark: z.string(),
  aspects: aspectResultsSchema,
  reviewer: z.string(),
  office: z.string(),
  fingerprint: z.string(),
  issuedOn: daySchema,
  importedAt: instantSchema,
  annotations: z.array(
    annotationSchema.extend({
      articleLabel: z.string(),
      answer: z
        .object({ answer: z.enum(annotationAnswers), text: z.string(), answeredBy: z.string(), answeredAt: instantSchema })
        .nullable(),
    }),
  ),
});
export type Opinion = z.infer<typeof opinionSchema>;

export const opinions = {
  list: procedure.input(byConvention).output(z.array(opinionSchema)),
  answer: procedure
    .input(
      z.strictObject({
        opinionId: idSchema,
        annotationId: idSchema,
        answer: z.enum(annotationAnswers),
        text: optionalText(5_000),
      }),
    )
    .output(done),
  /** A stamped opinion on paper, bound to a version's hash; counts the same and is marked 纸质. */
  registerPaper: procedure
    .input(
      byConvention.extend({
        versionId: idSchema,
        opinionNumber: line(100),
        reviewer: line(50),
        office: line(100),
        issuedOn: daySchema,
        conclusion: conclusionSchema,
        remark: optionalText(10_000),
        scan: z.file().optional(),
      }),
    )
    .output(z.object({ opinionId: idSchema })),
};
