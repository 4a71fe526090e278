import { z } from 'zod';
import { fingerprint } from '#backend/exchange/signingKey.ts';
import { readDraft } from '#backend/services/drafts/readDraft.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { Opinion } from '#contract/reviews.ts';
import { articleNames } from '#core/document/articleNames.ts';
import { annotationAnswers, annotationSchema, aspectResultsSchema, conclusionSchema, isClearing } from '#core/review/review.ts';

const storedAnswer = z.enum(annotationAnswers);

/** The opinions on a convention, the newest first, each annotation with the newest answer. */
export async function listOpinions(store: Store, conventionId: string): Promise<Opinion[]> {
  const rows = await store
    .selectFrom('opinion')
    .selectAll()
    .where('conventionId', '=', conventionId)
    .orderBy('importedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const answers = await store
    .selectFrom('annotationAnswer')
    .innerJoin('opinion', 'opinion.id', 'annotationAnswer.opinionId')
    .innerJoin('person', 'person.id', 'annotationAnswer.answeredBy')
    .selectAll('annotationAnswer')
    .select('person.name as answerer')
    .where('opinion.conventionId', '=', conventionId)
    .orderBy('annotationAnswer.sequence')
    .execute();
  const versions = await store
    .selectFrom('version')
    .select(['id', 'number', 'contentHash', 'document'])
    .where('conventionId', '=', conventionId)
    .where('contentHash', 'in', [...new Set(rows.map((row) => row.contentHash)), ''])
    .orderBy('number')
    .execute();
  const draftNames = articleNames((await readDraft(store, conventionId)).document);
  return rows.map((row) => {
    const conclusion = conclusionSchema.parse(row.conclusion);
    const version = versions.find((candidate) => candidate.contentHash === row.contentHash);
    return {
      id: row.id,
      conventionId,
      versionId: version?.id ?? null,
      versionNumber: version?.number ?? null,
      form: row.form,
      opinionNumber: row.opinionNumber,
      contentHash: row.contentHash,
      round: row.round,
      conclusion,
      isClearing: isClearing(conclusion),
      remark: row.remark,
      aspects: aspectResultsSchema.parse(JSON.parse(row.aspects)),
      reviewer: row.reviewer,
      office: row.office,
      fingerprint: row.publicKey === '' ? '' : fingerprint(row.publicKey),
      issuedOn: row.issuedOn,
      importedAt: row.importedAt,
      annotations: z
        .array(annotationSchema)
        .parse(JSON.parse(row.annotations))
        .map((annotation) => {
          const newest = answers.findLast(
            (answer) => answer.opinionId === row.id && answer.annotationId === annotation.id,
          );
          return {
            ...annotation,
            articleLabel: draftNames.get(annotation.anchor.articleId) ?? '',
            answer:
              newest === undefined
                ? null
                : {
                    answer: storedAnswer.parse(newest.answer),
                    text: newest.text,
                    answeredBy: newest.answerer,
                    answeredAt: newest.answeredAt,
                  },
          };
        }),
    };
  });
}
