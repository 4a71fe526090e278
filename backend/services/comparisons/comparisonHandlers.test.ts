import { createSafeClient } from '@orpc/client';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReviewingOffice } from '#backend/testing/openReviewingOffice.ts';
import { openTestOffice, type TestOffice } from '#backend/testing/openTestOffice.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice('drafter', 'registrar');
});
afterEach(() => office.leave());

const fined = ['不得乱倒垃圾，违者罚款500元。', '禽畜应当圈养。', '红白喜事从简。'];
const taught = ['不得乱倒垃圾，违者批评教育。', '禽畜应当圈养，粪便及时清理。', '红白喜事从简。'];

/** A convention whose first version fines, and whose draft does not. */
async function amended() {
  const conventionId = await office.convention('溪口村', ...fined);
  const old = await office.freeze(conventionId, '第一稿');
  office.clock.advance(86_400_000);
  await office.rewrite(conventionId, ...taught);
  return { conventionId, oldVersionId: old.id };
}

const own = { kind: 'drafter' as const, sourceId: '', reason: '村委会没有罚款权。', basis: '《行政处罚法》第十七条', origin: '起草组' };

async function comment(conventionId: string, articleId: string | null, words: string, outcome: 'adopted' | 'notAdopted' = 'adopted') {
  const { id } = await office.client.comments.add({ conventionId, channel: 'visit', person: '王大爷', articleId, words, receivedOn: '2026-11-25' });
  await office.client.comments.reply({ commentId: id, outcome, reason: '已研究' });
  return id;
}

const wordText = async (file: File) => strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/gu, '');

describe('the reasons of a change', () => {
  it('are written by the drafter and stay with the article through freezing and further editing', async () => {
    const pair = await amended();
    const { conventionId, oldVersionId } = pair;
    const written = await office.client.comparisons.addReason({ ...pair, ...own, place: 'article-1' });
    expect(written).toMatchObject({ place: 'article-1', kind: 'drafter', reason: own.reason, basis: own.basis, origin: '起草组', writtenBy: '陈秀兰' });
    const second = await office.freeze(conventionId, '按意见修改');
    expect((await office.client.comparisons.reasons({ conventionId, oldVersionId, newVersionId: second.id })).reasons).toEqual([written]);
    await office.rewrite(conventionId, '党员带头。', '禽畜应当圈养，粪便及时清理。', '红白喜事从简。');
    const third = await office.freeze(conventionId, '再改');
    expect((await office.client.comparisons.reasons({ conventionId, oldVersionId, newVersionId: third.id })).reasons).toEqual([written]);
    expect((await office.client.comparisons.reasons({ conventionId, oldVersionId: second.id, newVersionId: third.id })).reasons).toEqual([]);
  });

  it('belong to the versions between which the article changed, however far apart those compared are', async () => {
    const { conventionId, oldVersionId } = await amended();
    const second = await office.freeze(conventionId, '改第一条');
    await office.rewrite(conventionId, ...taught, '党员带头。');
    const third = await office.freeze(conventionId, '加一条');
    const whole = { conventionId, oldVersionId, newVersionId: third.id };
    const changed = await office.client.comparisons.addReason({ ...whole, ...own, place: 'article-1' });
    const added = await office.client.comparisons.addReason({ ...whole, ...own, place: 'article-4' });
    const between = async (old: string, now: string) =>
      (await office.client.comparisons.reasons({ conventionId, oldVersionId: old, newVersionId: now })).reasons.map(({ id }) => id);
    expect(await between(oldVersionId, second.id)).toEqual([changed.id]);
    expect(await between(second.id, third.id)).toEqual([added.id]);
    expect((await between(oldVersionId, third.id)).toSorted()).toEqual([changed.id, added.id].toSorted());
  });

  it('are corrected, taken off and put back', async () => {
    const pair = await amended();
    const { id } = await office.client.comparisons.addReason({ ...pair, ...own, place: 'article-1' });
    expect(await office.client.comparisons.changeReason({ reasonId: id, reason: '改为教育为主。', basis: '', origin: '' })).toMatchObject({ id, reason: '改为教育为主。', basis: '' });
    await office.client.comparisons.removeReason({ reasonId: id, isRemoved: true });
    expect((await office.client.comparisons.reasons(pair)).reasons).toEqual([]);
    await office.client.comparisons.removeReason({ reasonId: id, isRemoved: false });
    expect((await office.client.comparisons.reasons(pair)).reasons).toMatchObject([{ id, reason: '改为教育为主。' }]);
    expect(await office.client.audit.verify()).toMatchObject({ brokenAt: null });
  });

  it('are suggested from adopted comments on the changed article and from findings whose words are gone, until they are taken', async () => {
    const pair = await amended();
    const adopted = await comment(pair.conventionId, 'article-2', '粪便要管一管');
    await comment(pair.conventionId, 'article-3', '酒席标准要写明');
    await comment(pair.conventionId, 'article-1', '罚款要再高一些', 'notAdopted');
    const before = await office.client.comparisons.reasons(pair);
    expect(before.suggestions.map(({ place, source }) => [place, source.kind])).toEqual(expect.arrayContaining([['article-2', 'comment'], ['article-1', 'finding']]));
    expect(before.suggestions.filter(({ source }) => source.kind === 'comment')).toHaveLength(1);
    expect(before.sources.filter(({ kind }) => kind === 'comment')).toHaveLength(3);
    const suggestion = before.suggestions.find(({ source }) => source.kind === 'comment');
    expect(suggestion?.source).toMatchObject({ id: adopted, reason: '群众提出：粪便要管一管。已研究。', origin: '群众意见第 1 号（入户走访，2026年11月25日，采纳）' });
    if (suggestion === undefined) throw new Error('No suggestion');
    const { kind, id, ...words } = suggestion.source;
    await office.client.comparisons.addReason({ ...pair, place: suggestion.place, kind, sourceId: id, ...words });
    const after = await office.client.comparisons.reasons(pair);
    expect(after.suggestions.some(({ source }) => source.kind === 'comment')).toBe(false);
    expect(after.reasons).toMatchObject([{ place: 'article-2', kind: 'comment', sourceId: adopted }]);
  });

  it('are suggested from the annotations of the review of the old version, but not from those declined', async () => {
    const conventionId = await office.convention('溪口村', ...fined);
    const old = await office.freeze(conventionId);
    const submission = await office.client.submissions.create({ conventionId, versionId: old.id, reviewingOffice: '云溪司法所', deadline: '2026-12-10', note: '' });
    const { reviewer, reviewId, leave } = await openReviewingOffice(await office.client.submissions.file({ submissionId: submission.id }));
    const annotate = async (articleId: string, text: string) =>
      reviewer.client.reviews.saveAnnotation({
        reviewId,
        annotation: { anchor: { articleId, from: 0, to: 0, quote: '', prefix: '', suffix: '', contentHash: old.contentHash }, kind: 'unlawful', text, basis: [{ law: '行政处罚法', article: '第十七条' }], suggestion: '' },
      });
    await annotate('article-1', '村委会无权罚款。');
    await annotate('article-2', '建议写明粪便清理。');
    for (const aspect of ['maker', 'competence', 'procedure', 'content', 'wording'] as const) {
      await reviewer.client.reviews.setAspect({ reviewId, aspect, value: { result: 'problem', remark: '见批注' } });
    }
    await reviewer.client.reviews.setConclusion({ reviewId, conclusion: 'mustChange', remark: '按批注修改', opinionNumber: '云司审〔2026〕1号' });
    await reviewer.client.reviews.issue({ reviewId });
    const file = await reviewer.client.reviews.file({ reviewId });
    const { fingerprint } = await office.client.packages.inspect({ file });
    await office.client.packages.receive({ file, acceptedFingerprint: fingerprint });
    await leave();
    const [opinion] = await office.client.opinions.list({ conventionId });
    const declined = opinion?.annotations.find(({ text }) => text.includes('粪便'));
    if (opinion === undefined || declined === undefined) throw new Error('No opinion');
    await office.client.opinions.answer({ opinionId: opinion.id, annotationId: declined.id, answer: 'declined', text: '另有规定' });
    await office.rewrite(conventionId, ...taught);
    const { suggestions } = await office.client.comparisons.reasons({ conventionId, oldVersionId: old.id });
    expect(suggestions.filter(({ source }) => source.kind === 'annotation')).toMatchObject([
      { place: 'article-1', source: { reason: '村委会无权罚款。', basis: '《行政处罚法》第十七条', origin: '云溪司法所第 1 轮审查批注（不合法）' } },
    ]);
    const { text } = await office.client.comparisons.statement({ conventionId, oldVersionId: old.id });
    expect(text).toContain('云溪司法所提出审查批注 2 条，不修改 1 条，还没有答复 1 条。');
  });

  it.each([
    { what: 'without words', change: { reason: '', basis: ' ' }, says: 'BAD_INPUT' },
    { what: 'that names a comment which is not there', change: { kind: 'comment' as const, sourceId: 'none' }, says: 'NOT_FOUND' },
    { what: 'from a later version to an earlier one', change: { newVersionId: 'old', oldVersionId: undefined }, says: 'BAD_INPUT' },
  ])('are refused $what, and nothing is kept', async ({ change, says }) => {
    const pair = await amended();
    const input = { ...pair, ...own, place: 'article-1', ...change };
    if (input.newVersionId === 'old') input.newVersionId = pair.oldVersionId;
    const { oldVersionId, newVersionId, ...rest } = input;
    const { error } = await createSafeClient(office.client).comparisons.addReason({ ...rest, ...(oldVersionId === undefined ? {} : { oldVersionId }), ...(newVersionId === undefined ? {} : { newVersionId }) });
    expect(error).toMatchObject({ code: says });
    expect((await office.client.comparisons.reasons(pair)).reasons).toEqual([]);
  });
});

describe('the table of changes', () => {
  it.each(['pdf', 'docx', 'xlsx'] as const)('is a %s file named after the convention', async (format) => {
    const pair = await amended();
    const file = await office.client.comparisons.table({ ...pair, format, hasSource: true, showUnchanged: false, deletions: 'struck' });
    expect(file.name).toBe(`溪口村村规民约条文对照表.${format}`);
    expect(file.size).toBeGreaterThan(3_000);
  });

  it('carries the reasons with basis and source beside their change alone', async () => {
    const pair = await amended();
    await office.client.comparisons.addReason({ ...pair, ...own, place: 'article-1' });
    const words = await wordText(await office.client.comparisons.table({ ...pair, format: 'docx', hasSource: true, showUnchanged: false, deletions: 'bracketed' }));
    expect(words).toContain('违者〔删去：罚款500元〕。第一条　不得乱倒垃圾，违者批评教育。村委会没有罚款权。依据：《行政处罚法》第十七条起草组第二条');
    expect(words).toContain('原文本：第 1 版（2026年11月24日）修订文本：草案');
    expect(words).toContain('没有列入的 1 条文字没有改动。');
  });
});

describe('the amendment statement', () => {
  it('tells the changes and their reasons, and what became of the comments', async () => {
    const pair = await amended();
    await office.client.comparisons.addReason({ ...pair, ...own, place: 'article-1' });
    await comment(pair.conventionId, 'article-2', '粪便要管一管');
    const { text, revision } = await office.client.comparisons.statement(pair);
    expect(revision).toBe(0);
    expect(text.split('\n')).toEqual([
      '一、修订的原因',
      '对《溪口村村规民约》第 1 版（2026年11月24日）作了修订，形成草案。',
      '二、修订的主要内容',
      '修订前共 3 条，修订后共 3 条。条文修改 2 处，未作改动 1 条。',
      '修改第一条，理由是村委会没有罚款权，依据是《行政处罚法》第十七条。修改第二条。',
      '三、群众意见的采纳情况',
      '共收到群众意见 1 条，采纳 1 条。',
      '四、合法性审查意见的采纳情况',
      '这次修订没有收到带批注的审查意见。',
    ]);
  });

  it('is kept with the version as it was edited, outside its hash, and refused over a newer one', async () => {
    const pair = await amended();
    const saved = await office.client.comparisons.saveStatement({ ...pair, text: '一、修订的原因\n按上级要求修订。', revision: 0 });
    expect(saved).toMatchObject({ revision: 1, savedBy: '陈秀兰', text: '一、修订的原因\n按上级要求修订。' });
    const { error } = await createSafeClient(office.client).comparisons.saveStatement({ ...pair, text: '另一份', revision: 0 });
    expect(error).toMatchObject({ code: 'CONFLICT' });
    const second = await office.freeze(pair.conventionId, '定稿');
    const of = { ...pair, newVersionId: second.id };
    expect(await office.client.comparisons.statement(of)).toEqual(saved);
    expect((await office.client.comparisons.composeStatement(of)).text).toContain('本次修订的缘由：定稿。');
    const words = await wordText(await office.client.comparisons.statementFile({ ...of, format: 'docx' }));
    expect(words).toContain('关于《溪口村村规民约》的修订说明一、修订的原因按上级要求修订。溪口村村民委员会2026年11月25日');
    const pdf = await office.client.comparisons.statementFile({ ...of, format: 'pdf' });
    expect(pdf.name).toBe('关于溪口村村规民约的修订说明.pdf');
  });
});
