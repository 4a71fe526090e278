import { listOpinions } from '#backend/services/opinions/listOpinions.ts';
import { readVersionOf } from '#backend/services/versions/readVersion.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { SubmissionPayload } from '#core/exchange/package.ts';
import { articleNames } from '#core/document/articleNames.ts';
import { inReadingOrder } from '#core/review/inReadingOrder.ts';

/** Every annotation of the opinions so far with its newest answer, without names: the first round first, each in reading order. */
export async function carriedAnswers(store: Store, conventionId: string): Promise<SubmissionPayload['answers']> {
  const opinions = (await listOpinions(store, conventionId)).toSorted((left, right) => left.round - right.round);
  const answers: SubmissionPayload['answers'] = [];
  for (const { round, versionId, annotations } of opinions) {
    const document = versionId === null ? undefined : (await readVersionOf(store, conventionId, versionId)).document;
    const names = document === undefined ? undefined : articleNames(document);
    for (const annotation of document === undefined ? annotations : inReadingOrder(annotations, document)) {
      const { anchor, text, kind, answer, articleLabel } = annotation;
      answers.push({
        round,
        articleLabel: names?.get(anchor.articleId) ?? articleLabel,
        quote: anchor.quote,
        text,
        kind,
        answer: answer?.answer ?? null,
        words: answer?.text ?? '',
      });
    }
  }
  return answers;
}
