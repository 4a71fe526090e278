import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { TestBackend } from '#backend/testing/createTestBackend.ts';
import { openReviewingOffice } from '#backend/testing/openReviewingOffice.ts';
import { openTestOffice } from '#backend/testing/openTestOffice.ts';
import { reviewAspects, type AnnotationKind } from '#core/review/review.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function submit({ client }: TestBackend, conventionId: string, versionId: string): Promise<File> {
  const { id } = await client.submissions.create({
    conventionId, versionId, reviewingOffice: '云溪司法所', deadline: '2026-12-01', note: '',
  });
  return client.submissions.file({ submissionId: id });
}

/** Both offices with the first round on the reviewer's desk. */
async function firstRound() {
  const drafter = await openTestOffice('drafter');
  closing.push(drafter.leave);
  const conventionId = await drafter.convention('溪口村', '爱护公物。', '乱倒垃圾的罚款。');
  const version = await drafter.freeze(conventionId);
  const file = await submit(drafter, conventionId, version.id);
  const { reviewer, reviewId, leave } = await openReviewingOffice(file);
  closing.push(leave);
  const { contentHash } = await reviewer.client.reviews.get({ reviewId });
  const annotate = (articleId: string, from: number, quote: string, kind: AnnotationKind, text: string, laws: string[]) =>
    reviewer.client.reviews.saveAnnotation({
      reviewId,
      annotation: {
        anchor: { articleId, from, to: from + quote.length, quote, prefix: '', suffix: '', contentHash },
        kind,
        text,
        basis: laws.map((article) => ({ law: '行政处罚法', article })),
        suggestion: '',
      },
    });
  await annotate('article-2', 5, '罚款', 'unlawful', '村里没有处罚权。', ['第九条', '第十六条']);
  await annotate('article-1', 0, '爱护公物', 'advice', '可以写清楚哪些公物。', []);
  return { drafter, conventionId, reviewer, reviewId };
}

async function issue({ client }: TestBackend, reviewId: string): Promise<File> {
  for (const aspect of reviewAspects) await client.reviews.setAspect({ reviewId, aspect, value: { result: 'pass', remark: '' } });
  await client.reviews.setConclusion({ reviewId, conclusion: 'unlawful', remark: '', opinionNumber: '云司审〔2026〕3号' });
  await client.reviews.issue({ reviewId });
  return client.reviews.file({ reviewId });
}

describe('the next submission', () => {
  it('brings the newest answer to each annotation, also when its article is gone, and says what is not answered', async () => {
    const { drafter, conventionId, reviewer, reviewId } = await firstRound();
    expect((await reviewer.client.reviews.get({ reviewId })).answers).toEqual([]);
    const file = await issue(reviewer, reviewId);
    const { fingerprint } = await drafter.client.packages.inspect({ file });
    await drafter.client.packages.receive({ file, acceptedFingerprint: fingerprint });
    const [opinion] = await drafter.client.opinions.list({ conventionId });
    const fine = opinion?.annotations.find(({ kind }) => kind === 'unlawful');
    const answered = { opinionId: opinion?.id ?? '', annotationId: fine?.id ?? '' };
    await drafter.client.opinions.answer({ ...answered, answer: 'accepted', text: '' });
    await drafter.client.opinions.answer({ ...answered, answer: 'partly', text: '整条删去。' });
    await drafter.rewrite(conventionId, '爱护公物。');
    const version = await drafter.freeze(conventionId, '按审查意见修改');
    const received = await reviewer.client.packages.receive({ file: await submit(drafter, conventionId, version.id) });
    if (received.kind !== 'submission') throw new Error('Not a submission');
    const { answers } = await reviewer.client.reviews.get({ reviewId: received.reviewId });
    expect(answers).toEqual([
      { round: 1, articleLabel: '第一条', quote: '爱护公物', text: '可以写清楚哪些公物。', kind: 'advice', answer: null, words: '' },
      { round: 1, articleLabel: '第二条', quote: '罚款', text: '村里没有处罚权。', kind: 'unlawful', answer: 'partly', words: '整条删去。' },
    ]);
    expect(JSON.stringify(answers)).not.toContain('陈秀兰');
  });
});

describe('the printed opinion', () => {
  it('lists the annotations in reading order, each law once, and bears the code of the text', async () => {
    const { reviewer, reviewId } = await firstRound();
    await issue(reviewer, reviewId);
    const { verificationCode } = await reviewer.client.reviews.get({ reviewId });
    const file = await reviewer.client.documents.opinion({ reviewId, format: 'docx' });
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const text = new TextDecoder().decode(parts['word/document.xml']).replace(/<[^>]*>/gu, '');
    expect(text).toContain(`校验码${verificationCode}`);
    expect(text).toContain('《行政处罚法》第九条、第十六条');
    expect(text.indexOf('可以写清楚哪些公物')).toBeLessThan(text.indexOf('村里没有处罚权'));
  });
});
