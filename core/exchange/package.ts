import { z } from 'zod';
import { conventionKindSchema, documentSchema, idSchema } from '#core/document/document.ts';
import {
  annotationAnswers,
  annotationKindSchema,
  annotationSchema,
  aspectResultsSchema,
  basisSchema,
  conclusionSchema,
} from '#core/review/review.ts';

/** Number of the package format. A package with a larger number is refused by a clear sentence. */
export const packageFormat = 1;

/** Stored and exchanged. */
export const packageKinds = ['submission', 'opinion'] as const;
export type PackageKind = (typeof packageKinds)[number];

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u);
const instantSchema = z.iso.datetime();
const daySchema = z.iso.date();

const senderSchema = z.strictObject({
  person: z.string().min(1).max(50),
  office: z.string().min(1).max(100),
  /** Ed25519 public key (RFC 8032), 32 bytes in hexadecimal */
  publicKey: sha256Schema,
});
export type Sender = z.infer<typeof senderSchema>;

/** manifest.json of a package: every part with its size in bytes and SHA-256; signed as a whole in manifest.sig. */
export const manifestSchema = z.strictObject({
  format: z.number().int().min(1),
  kind: z.enum(packageKinds),
  id: idSchema,
  createdAt: instantSchema,
  sender: senderSchema,
  parts: z
    .array(z.strictObject({ path: z.string().min(1).max(200), size: z.number().int().min(0), sha256: sha256Schema }))
    .min(1)
    .max(200),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const carriedCommentSchema = z.strictObject({
  number: z.number().int().min(1),
  channel: z.string().max(50),
  articleLabel: z.string().max(50),
  words: z.string().max(5_000),
  outcome: z.string().max(20),
  reason: z.string().max(5_000),
});

export const carriedFindingSchema = z.strictObject({
  rule: z.string().max(100),
  severity: z.enum(['unlawful', 'risky', 'consider']),
  articleId: idSchema.optional(),
  quote: z.string().max(5_000),
  message: z.string().max(1_000),
  basis: z.array(basisSchema).max(20),
  dismissedFor: z.string().max(1_000).optional(),
});

/** How the drafter answered one annotation of an earlier round; `articleLabel` is the article's name in the text of that round. */
export const carriedAnswerSchema = z.strictObject({
  round: z.number().int().min(1),
  articleLabel: z.string().max(50),
  quote: z.string().max(5_000),
  /** the words of the annotation */
  text: z.string().max(5_000),
  kind: annotationKindSchema,
  /** null while it is not answered */
  answer: z.enum(annotationAnswers).nullable(),
  /** what the drafter wrote with the answer */
  words: z.string().max(5_000),
});

/** submission.json: one version sent to one reviewing office, in round n. Villagers' names are left out. */
export const submissionPayloadSchema = z.strictObject({
  submissionId: idSchema,
  conventionId: idSchema,
  kind: conventionKindSchema,
  village: z.string().min(1).max(100),
  township: z.string().max(100),
  versionNumber: z.number().int().min(1),
  round: z.number().int().min(1),
  reviewingOffice: z.string().min(1).max(100),
  deadline: daySchema,
  note: z.string().max(5_000),
  renderFormat: z.number().int().min(1),
  contentHash: sha256Schema,
  document: documentSchema,
  comments: z.array(carriedCommentSchema).max(5_000),
  findings: z.array(carriedFindingSchema).max(5_000),
  answers: z.array(carriedAnswerSchema).max(5_000),
});
export type SubmissionPayload = z.infer<typeof submissionPayloadSchema>;

/** opinion.json: the formal result of a review, covering exactly one content hash. */
export const opinionPayloadSchema = z.strictObject({
  opinionId: idSchema,
  submissionId: idSchema,
  conventionId: idSchema,
  opinionNumber: z.string().max(100),
  contentHash: sha256Schema,
  renderFormat: z.number().int().min(1),
  round: z.number().int().min(1),
  receivedOn: daySchema,
  issuedOn: daySchema,
  aspects: aspectResultsSchema,
  conclusion: conclusionSchema,
  remark: z.string().max(10_000),
  annotations: z.array(annotationSchema).max(2_000),
});
export type OpinionPayload = z.infer<typeof opinionPayloadSchema>;
