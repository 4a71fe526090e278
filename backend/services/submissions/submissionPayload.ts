import { z } from 'zod';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import { listComments } from '#backend/services/comments/listComments.ts';
import { carriedAnswers } from '#backend/services/submissions/carriedAnswers.ts';
import { listDismissals } from '#backend/services/legality/listDismissals.ts';
import type { readVersion } from '#backend/services/versions/readVersion.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { channelNames, outcomeNames } from '#contract/names.ts';
import type { SubmissionPayload } from '#core/exchange/package.ts';
import { dismissalOf } from '#core/legality/dismissalOf.ts';
import { findingSchema } from '#core/legality/rule.ts';

type Version = Awaited<ReturnType<typeof readVersion>>;

/**
 * What the reviewing office gets to see: the text, how comments were dealt with (without names), the hints and the reasons,
 * and the answers to its earlier annotations.
 */
export async function submissionPayload(
  store: Store,
  version: Version,
  input: { submissionId: string; round: number; reviewingOffice: string; deadline: string; note: string },
): Promise<SubmissionPayload> {
  const convention = await conventionRows(store).where('convention.id', '=', version.conventionId).executeTakeFirstOrThrow();
  const comments = await listComments(store, version.conventionId);
  const dismissals = await listDismissals(store, version.conventionId);
  const findings = z.array(findingSchema).parse(JSON.parse(version.findings));
  const answers = await carriedAnswers(store, version.conventionId);
  return {
    submissionId: input.submissionId,
    conventionId: version.conventionId,
    kind: convention.kind,
    village: convention.village,
    township: convention.township ?? '',
    versionNumber: version.number,
    round: input.round,
    reviewingOffice: input.reviewingOffice,
    deadline: input.deadline,
    note: input.note,
    renderFormat: version.renderFormat,
    contentHash: version.contentHash,
    document: version.document,
    comments: comments
      .filter((comment) => comment.withdrawnFor === null)
      .map((comment) => ({
        number: comment.number,
        channel: channelNames[comment.channel],
        articleLabel: comment.currentLabel === '' ? comment.articleLabel : comment.currentLabel,
        words: comment.words,
        outcome: comment.reply === null ? '' : outcomeNames[comment.reply.outcome],
        reason: comment.reply?.reason ?? '',
      })),
    findings: findings.map((finding) => {
      const dismissal = dismissalOf(finding, dismissals);
      return {
        rule: finding.rule,
        severity: finding.severity,
        ...(finding.articleId === undefined ? {} : { articleId: finding.articleId }),
        quote: finding.quote.slice(0, 5_000),
        message: finding.message,
        basis: finding.basis,
        ...(dismissal === undefined ? {} : { dismissedFor: dismissal.reason }),
      };
    }),
    answers,
  };
}
