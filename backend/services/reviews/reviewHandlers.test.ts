import { createSafeClient } from '@orpc/client';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { TestBackend } from '#backend/testing/createTestBackend.ts';
import { openReviewingOffice } from '#backend/testing/openReviewingOffice.ts';
import { openTestOffice } from '#backend/testing/openTestOffice.ts';
import { errorText } from '#contract/errorTexts.ts';
import { issueRefusalText } from '#contract/refusals.ts';
import { reviewAspects } from '#core/review/review.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A reviewing office with one submission on its desk. */
async function reviewingOffice(): Promise<{ reviewer: TestBackend; reviewId: string }> {
  const drafter = await openTestOffice('drafter');
  closing.push(drafter.leave);
  const conventionId = await drafter.convention('溪口村', '爱护公物。');
  const version = await drafter.freeze(conventionId);
  const submission = await drafter.client.submissions.create({
    conventionId, versionId: version.id, reviewingOffice: '云溪司法所', deadline: '2026-12-01', note: '',
  });
  const file = await drafter.client.submissions.file({ submissionId: submission.id });
  const { reviewer, reviewId, leave } = await openReviewingOffice(file);
  closing.push(leave);
  return { reviewer, reviewId };
}

async function answerEverything({ client }: TestBackend, reviewId: string) {
  for (const aspect of reviewAspects) await client.reviews.setAspect({ reviewId, aspect, value: { result: 'pass', remark: '' } });
  await client.reviews.setConclusion({ reviewId, conclusion: 'lawful', remark: '', opinionNumber: '云司审〔2026〕3号' });
}

describe('an opinion', () => {
  it('is not issued while something is open, and the review says what', async () => {
    const { reviewer, reviewId } = await reviewingOffice();
    const { error } = await createSafeClient(reviewer.client).reviews.issue({ reviewId });
    const reason = issueRefusalText('ASPECTS_OPEN', {});
    expect(reason).toContain('主体、权限、程序、内容、文字');
    expect(error).toMatchObject({ code: 'WRONG_STAGE', message: errorText('WRONG_STAGE', reason) });
    expect((await reviewer.client.reviews.get({ reviewId })).issueRefusal).toBe(reason);
  });

  it('is issued once, even when the button is pressed twice, and changes no more', async () => {
    const { reviewer, reviewId } = await reviewingOffice();
    await answerEverything(reviewer, reviewId);
    const safe = createSafeClient(reviewer.client);
    const results = await Promise.all([safe.reviews.issue({ reviewId }), safe.reviews.issue({ reviewId })]);
    expect(results.filter(({ error }) => error === null)).toHaveLength(1);
    const late = await safe.reviews.setConclusion({ reviewId, conclusion: 'unlawful', remark: '', opinionNumber: '' });
    expect(late.error).toMatchObject({ code: 'WRONG_STAGE' });
    expect((await reviewer.client.reviews.get({ reviewId })).conclusion).toBe('lawful');
  });

  it('names who signed it, whoever works at this computer later', async () => {
    const { reviewer, reviewId } = await reviewingOffice();
    await answerEverything(reviewer, reviewId);
    await reviewer.client.reviews.issue({ reviewId });
    await reviewer.client.installation.update({ person: '王接任', office: '云溪司法所', roles: ['reviewer'] });
    const file = await reviewer.client.documents.opinion({ reviewId, format: 'docx' });
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const text = new TextDecoder().decode(parts['word/document.xml']);
    expect(text).toContain('刘国平');
    expect(text).not.toContain('王接任');
  });
});
