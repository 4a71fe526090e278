import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText } from '#core/document/articleText.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { renderText } from '#core/document/renderText.ts';
import { reviewAspects } from '#core/review/review.ts';

const opened: TestBackend[] = [];
async function installation(idPrefix: string): Promise<TestBackend> {
  const backend = await createTestBackend({ idPrefix });
  opened.push(backend);
  return backend;
}
afterEach(async () => {
  for (const backend of opened.splice(0)) {
    await backend.close();
    removeTestFolder(backend.dataFolder);
    if (backend.bugs.length > 0) throw new Error(backend.bugs.join('\n'));
  }
});

const oldConvention = readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'samples', 'old-convention.txt'), 'utf8');

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError) return String(error.code);
    throw error;
  }
  return 'done';
}

/** The document with the words of its n-th article (0-based) replaced. */
function withArticle(document: ConventionDocument, index: number, words: string): ConventionDocument {
  const target = articlesOf(document)[index]?.article.attrs.id;
  const replace = <Node extends { type: string }>(node: Node): Node => {
    if ('attrs' in node && 'content' in node && node.type === 'article') {
      const attrs = node.attrs as { id: string };
      if (attrs.id === target) return { ...node, content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] };
    }
    if (!('content' in node) || !Array.isArray(node.content)) return node;
    return { ...node, content: node.content.map(replace) };
  };
  return replace(document);
}

async function drafterWithConvention() {
  const drafter = await installation('drafter');
  await drafter.client.installation.register(identity('陈秀兰', '溪口村村民委员会', 'drafter'));
  const preview = await drafter.client.imports.preview({ pasted: oldConvention });
  const { conventionId } = await drafter.client.conventions.create({
    village: '溪口村',
    township: '云溪镇',
    kind: 'village',
    document: preview.document,
  });
  return { drafter, conventionId, preview };
}

async function freeze(drafter: TestBackend, conventionId: string, reason: string) {
  const { revision } = await drafter.client.drafts.get({ conventionId });
  return drafter.client.versions.freeze({ conventionId, revision, reason });
}

async function submit(drafter: TestBackend, conventionId: string, versionId: string) {
  const submission = await drafter.client.submissions.create({
    conventionId,
    versionId,
    reviewingOffice: '云溪司法所',
    deadline: '2026-12-01',
    note: '',
  });
  return { submission, file: await drafter.client.submissions.file({ submissionId: submission.id }) };
}

async function reviewerWith(file: File) {
  const reviewer = await installation('reviewer');
  await reviewer.client.installation.register(identity('刘国平', '云溪司法所', 'reviewer'));
  const { fingerprint } = await reviewer.client.packages.inspect({ file });
  const received = await reviewer.client.packages.receive({ file, acceptedFingerprint: fingerprint });
  if (received.kind !== 'submission') throw new Error('Not a submission');
  return { reviewer, reviewId: received.reviewId };
}

async function conclude(reviewer: TestBackend, reviewId: string, conclusion: 'lawful' | 'mustChange') {
  for (const aspect of reviewAspects) {
    await reviewer.client.reviews.setAspect({ reviewId, aspect, value: { result: 'pass', remark: '' } });
  }
  await reviewer.client.reviews.setConclusion({ reviewId, conclusion, remark: '', opinionNumber: '云司审〔2026〕3号' });
  await reviewer.client.reviews.issue({ reviewId });
  return reviewer.client.reviews.file({ reviewId });
}

describe('the main job between two installations', () => {
  it('brings an old text to a cleared one, and a changed text loses its clearance', async () => {
    const { drafter, conventionId, preview } = await drafterWithConvention();
    expect(articlesOf(preview.document)).toHaveLength(19);

    await drafter.client.workflow.perform({ conventionId, action: 'startConsultation', note: '' });
    const firstArticle = articlesOf(preview.document)[2]?.article.attrs.id ?? '';
    const comment = await drafter.client.comments.add({
      conventionId,
      channel: 'courtyard',
      person: '',
      articleId: firstArticle,
      words: '罚款没有依据，改成批评教育。',
      receivedOn: '2026-11-20',
    });
    expect(comment).toMatchObject({ number: 1, articleLabel: '第三条', reply: null });
    const refused = await drafter.client.conventions.get({ conventionId });
    expect(refused.can.submitForScreening).toEqual({ allowed: false, refusal: 'COMMENTS_OPEN' });
    await drafter.client.comments.reply({ commentId: comment.id, outcome: 'adopted', reason: '' });

    const first = await freeze(drafter, conventionId, '征求意见稿');
    expect(first.number).toBe(1);
    expect(first.unlawfulFindings).toBeGreaterThan(5);

    const draft = await drafter.client.drafts.get({ conventionId });
    await drafter.client.drafts.save({
      conventionId,
      baseRevision: draft.revision,
      document: withArticle(draft.document, 2, '严禁赌博、偷盗、打架斗殴。违反的，由村民委员会批评教育；违法的，移送公安机关处理。'),
    });
    const second = await freeze(drafter, conventionId, '按群众意见修改');
    const comparison = await drafter.client.versions.compare({ conventionId, oldVersionId: first.id, newVersionId: second.id });
    expect(comparison.counts).toMatchObject({ same: 18, edit: 1 });

    await drafter.client.workflow.perform({ conventionId, action: 'submitForScreening', note: '' });
    const { submission, file } = await submit(drafter, conventionId, second.id);
    expect(submission.round).toBe(1);
    expect((await drafter.client.conventions.get({ conventionId })).stage).toBe('reviewing');

    const { reviewer, reviewId } = await reviewerWith(file);
    const review = await reviewer.client.reviews.get({ reviewId });
    expect(renderText(review.document)).toBe(renderText((await drafter.client.versions.get({ versionId: second.id })).document));
    expect(review.comments).toEqual([
      { number: 1, channel: '屋场会', articleLabel: '第三条', words: '罚款没有依据，改成批评教育。', outcome: '采纳', reason: '' },
    ]);
    const target = articlesOf(review.document)[6]?.article;
    if (target === undefined) throw new Error('No seventh article');
    const text = articleText(target, numberDocument(review.document));
    const quote = '罚款50元';
    const from = text.indexOf(quote);
    await reviewer.client.reviews.saveAnnotation({
      reviewId,
      annotation: {
        anchor: {
          articleId: target.attrs.id,
          from,
          to: from + quote.length,
          quote,
          prefix: text.slice(Math.max(0, from - 16), from),
          suffix: text.slice(from + quote.length, from + quote.length + 16),
          contentHash: review.contentHash,
        },
        kind: 'unlawful',
        text: '村民委员会没有行政处罚权。',
        basis: [{ law: '行政处罚法', article: '第十七条' }],
        suggestion: '批评教育',
      },
    });
    expect((await reviewer.client.reviews.get({ reviewId })).issueRefusal).toContain('还没有查');
    const opinionFile = await conclude(reviewer, reviewId, 'mustChange');
    const issued = await reviewer.client.reviews.get({ reviewId });
    expect(issued.issuedAt).not.toBeNull();
    expect(await codeOf(reviewer.client.reviews.setConclusion({ reviewId, conclusion: 'lawful', remark: '', opinionNumber: '' }))).toBe('WRONG_STAGE');

    const seen = await drafter.client.packages.inspect({ file: opinionFile });
    expect(await codeOf(drafter.client.packages.receive({ file: opinionFile }))).toBe('PACKAGE_UNKNOWN_SENDER');
    await drafter.client.packages.receive({ file: opinionFile, acceptedFingerprint: seen.fingerprint });
    const [opinion] = await drafter.client.opinions.list({ conventionId });
    expect(opinion).toMatchObject({ conclusion: 'mustChange', isClearing: false, versionNumber: 2, reviewer: '刘国平' });
    const annotation = opinion?.annotations[0];
    expect(annotation).toMatchObject({ kind: 'unlawful', articleLabel: '第七条', answer: null });
    await drafter.client.opinions.answer({
      opinionId: opinion?.id ?? '',
      annotationId: annotation?.id ?? '',
      answer: 'accepted',
      text: '',
    });
    const blocked = await drafter.client.conventions.get({ conventionId });
    expect(blocked.can.proceedToVote).toEqual({ allowed: false, refusal: 'NOT_CLEARED' });

    await drafter.client.workflow.perform({ conventionId, action: 'returnFromReview', note: '' });
    const again = await drafter.client.drafts.get({ conventionId });
    await drafter.client.drafts.save({
      conventionId,
      baseRevision: again.revision,
      document: withArticle(again.document, 6, '各家各户要搞好门前三包，垃圾倒入指定的垃圾池。乱倒垃圾的，由村民委员会劝导改正。'),
    });
    const third = await freeze(drafter, conventionId, '按审查意见修改');
    const secondRound = await submit(drafter, conventionId, third.id);
    expect(secondRound.submission.round).toBe(2);
    const underReview = await drafter.client.conventions.get({ conventionId });
    expect(underReview).toMatchObject({ stage: 'reviewing', can: { proceedToVote: { allowed: false, refusal: 'NOT_CLEARED' } } });
    const received = await reviewer.client.packages.receive({ file: secondRound.file });
    if (received.kind !== 'submission') throw new Error('Not a submission');
    const clearing = await conclude(reviewer, received.reviewId, 'lawful');
    await drafter.client.packages.receive({ file: clearing });
    const cleared = await drafter.client.conventions.get({ conventionId });
    expect(cleared.newestVersion).toMatchObject({ number: 3, isCleared: true, conclusion: 'lawful' });
    expect(cleared.can.proceedToVote).toEqual({ allowed: true });

    const code = cleared.newestVersion?.verificationCode ?? '';
    expect(await drafter.client.verification.check({ code: code.toLowerCase().replaceAll('-', ' ') })).toMatchObject({
      result: 'match',
      versionNumber: 3,
      isCleared: true,
    });
    const exported = await drafter.client.documents.convention({ conventionId, versionId: third.id, format: 'txt' });
    expect(await drafter.client.verification.checkText({ text: await exported.text() })).toMatchObject({
      verificationCode: code,
      versionNumber: 3,
    });
    const pdf = await drafter.client.documents.convention({ conventionId, versionId: third.id, format: 'pdf' });
    expect(new TextDecoder('latin1').decode((await pdf.arrayBuffer()).slice(0, 8))).toMatch(/^%PDF-1\.\d/u);

    const changed = await drafter.client.drafts.get({ conventionId });
    await drafter.client.drafts.save({
      conventionId,
      baseRevision: changed.revision,
      document: withArticle(changed.document, 6, '乱倒垃圾的，劝导改正。'),
    });
    const fourth = await freeze(drafter, conventionId, '最后改一处');
    expect(fourth).toMatchObject({ number: 4, isCleared: false, conclusion: null });
    const lost = await drafter.client.conventions.get({ conventionId });
    expect(lost.can.proceedToVote).toEqual({ allowed: false, refusal: 'NOT_CLEARED' });
    expect((await drafter.client.audit.verify()).brokenAt).toBeNull();
  });

  it('lets nobody review his own submission', async () => {
    const { drafter, conventionId } = await drafterWithConvention();
    await drafter.client.installation.update({ person: '陈秀兰', office: '溪口村村民委员会', roles: ['drafter', 'reviewer'] });
    const version = await freeze(drafter, conventionId, '送审稿');
    const { file } = await submit(drafter, conventionId, version.id);
    expect(await codeOf(drafter.client.packages.receive({ file }))).toBe('NOT_ALLOWED');
  });

  it('takes the same package a second time without a second review', async () => {
    const { drafter, conventionId } = await drafterWithConvention();
    const version = await freeze(drafter, conventionId, '送审稿');
    const { file } = await submit(drafter, conventionId, version.id);
    const { reviewer, reviewId } = await reviewerWith(file);
    expect(await reviewer.client.packages.receive({ file })).toEqual({ kind: 'submission', reviewId });
    expect(await reviewer.client.reviews.list()).toHaveLength(1);
  });

  it('leaves nothing behind when an opinion answers no submission of ours', async () => {
    const one = await drafterWithConvention();
    const version = await freeze(one.drafter, one.conventionId, '送审稿');
    const { file } = await submit(one.drafter, one.conventionId, version.id);
    const { reviewer, reviewId } = await reviewerWith(file);
    const opinionFile = await conclude(reviewer, reviewId, 'lawful');
    const stranger = await installation('stranger');
    await stranger.client.installation.register(identity('王强', '别的村', 'drafter'));
    const { fingerprint } = await stranger.client.packages.inspect({ file: opinionFile });
    const call = stranger.client.packages.receive({ file: opinionFile, acceptedFingerprint: fingerprint });
    expect(await codeOf(call)).toBe('PACKAGE_UNEXPECTED');
    expect(await stranger.client.contacts.list()).toEqual([]);
  });
});

describe('votes, filing and publication', () => {
  async function clearedConvention() {
    const { drafter, conventionId } = await drafterWithConvention();
    await drafter.client.workflow.perform({ conventionId, action: 'startConsultation', note: '' });
    const version = await freeze(drafter, conventionId, '送审稿');
    await drafter.client.workflow.perform({ conventionId, action: 'submitForScreening', note: '' });
    const { file } = await submit(drafter, conventionId, version.id);
    const { reviewer, reviewId } = await reviewerWith(file);
    const opinionFile = await conclude(reviewer, reviewId, 'lawful');
    const { fingerprint } = await drafter.client.packages.inspect({ file: opinionFile });
    await drafter.client.packages.receive({ file: opinionFile, acceptedFingerprint: fingerprint });
    await drafter.client.workflow.perform({ conventionId, action: 'proceedToVote', note: '' });
    return { drafter, conventionId, versionId: version.id };
  }

  const ballot = {
    heldOn: '2026-11-20',
    place: '村部',
    meeting: 'assembly' as const,
    countedBy: 'adults' as const,
    eligible: 100,
    against: 0,
    abstained: 0,
    authorization: '',
  };

  it('publishes what was voted on, filed and cleared', async () => {
    const { drafter, conventionId, versionId } = await clearedConvention();
    const vote = await drafter.client.workflow.recordVote({ ...ballot, conventionId, versionId, present: 51, inFavour: 26 });
    expect(vote).toMatchObject({ passed: true, presentNeeded: 51, inFavourNeeded: 26 });
    expect(vote.convention.stage).toBe('filing');
    expect(vote.convention.can.publish).toEqual({ allowed: false, refusal: 'NO_FILING' });
    const filed = await drafter.client.workflow.recordFiling({
      conventionId,
      filingNumber: '云备〔2026〕8号',
      filedOn: '2026-11-22',
      receivedBy: '云溪镇人民政府',
    });
    expect(filed.can.publish).toEqual({ allowed: true });
    const published = await drafter.client.workflow.recordPublication({ conventionId, postedOn: '2026-11-23', place: '村务公开栏' });
    expect(published.stage).toBe('published');
  });

  it('records a vote that misses quorum, and never as passed', async () => {
    const { drafter, conventionId, versionId } = await clearedConvention();
    const vote = await drafter.client.workflow.recordVote({ ...ballot, conventionId, versionId, present: 50, inFavour: 50 });
    expect(vote).toMatchObject({ passed: false, quorumMet: false });
    expect(vote.convention.stage).toBe('drafting');
  });

  it('keeps a text that the meeting changed from being published until an opinion covers it', async () => {
    const { drafter, conventionId } = await clearedConvention();
    const draft = await drafter.client.drafts.get({ conventionId });
    const document = withArticle(draft.document, 0, '全体村民要爱国守法。');
    await drafter.client.drafts.save({ conventionId, baseRevision: draft.revision, document });
    const changed = await freeze(drafter, conventionId, '会上修改');
    await drafter.client.workflow.recordVote({ ...ballot, conventionId, versionId: changed.id, present: 80, inFavour: 80 });
    await drafter.client.workflow.recordFiling({ conventionId, filingNumber: '8', filedOn: '2026-11-22', receivedBy: '镇政府' });
    const blocked = await drafter.client.conventions.get({ conventionId });
    expect(blocked.can.publish).toEqual({ allowed: false, refusal: 'VOTE_TEXT_DIFFERS' });
    await drafter.client.opinions.registerPaper({
      conventionId,
      versionId: changed.id,
      opinionNumber: '云司审〔2026〕9号',
      reviewer: '刘国平',
      office: '云溪司法所',
      issuedOn: '2026-11-21',
      conclusion: 'lawful',
      remark: '',
    });
    expect((await drafter.client.conventions.get({ conventionId })).can.publish).toEqual({ allowed: true });
  });
});

describe('drafts and versions', () => {
  it('refuse to save over a revision that is no longer the newest', async () => {
    const { drafter, conventionId } = await drafterWithConvention();
    const { document, revision } = await drafter.client.drafts.get({ conventionId });
    await drafter.client.drafts.save({ conventionId, baseRevision: revision, document });
    expect(await codeOf(drafter.client.drafts.save({ conventionId, baseRevision: revision, document }))).toBe('CONFLICT');
    expect(await codeOf(drafter.client.versions.freeze({ conventionId, revision, reason: '送审稿' }))).toBe('CONFLICT');
  });

  it('refuse to freeze suggestions that nobody decided', async () => {
    const { drafter, conventionId } = await drafterWithConvention();
    const { document, revision } = await drafter.client.drafts.get({ conventionId });
    const title = { type: 'title' as const, content: [{ type: 'text' as const, text: '新', marks: [{ type: 'insertion' as const, attrs: { id: 's1' } }] }] };
    const content = [title, ...document.content.slice(1)];
    await drafter.client.drafts.save({ conventionId, baseRevision: revision, document: { ...document, content } });
    expect(await codeOf(freeze(drafter, conventionId, '送审稿'))).toBe('WRONG_STAGE');
  });

  it('bring a version back, and keep the draft it replaces', async () => {
    const { drafter, conventionId } = await drafterWithConvention();
    const first = await freeze(drafter, conventionId, '原文');
    const { document, revision } = await drafter.client.drafts.get({ conventionId });
    const changed = withArticle(document, 0, '改过的第一条。');
    await drafter.client.drafts.save({ conventionId, baseRevision: revision, document: changed });
    await drafter.client.versions.restore({ versionId: first.id });
    expect((await drafter.client.drafts.get({ conventionId })).document).toEqual(document);
    const versions = await drafter.client.versions.list({ conventionId });
    expect(versions.map((version) => version.number)).toEqual([2, 1]);
  });
});

describe('keeping the data', () => {
  it('restores a backup while the application runs', async () => {
    const { drafter, conventionId } = await drafterWithConvention();
    drafter.clock.advance(60_000);
    const { name } = await drafter.client.backups.create();
    drafter.clock.advance(60_000);
    await drafter.client.conventions.discard({ conventionId });
    expect((await drafter.client.conventions.list({ offset: 0, limit: 10, discarded: false })).total).toBe(0);
    await drafter.client.backups.restore({ name });
    expect((await drafter.client.conventions.list({ offset: 0, limit: 10, discarded: false })).total).toBe(1);
    expect((await drafter.client.audit.verify()).brokenAt).toBeNull();
    expect((await drafter.client.backups.list()).every((backup) => backup.intact)).toBe(true);
  });

  it('finds the sample on the workbench after the first start', async () => {
    const drafter = await installation('drafter');
    await drafter.client.installation.register({ ...identity('陈秀兰', '溪口村', 'drafter'), withSample: true });
    const tasks = await drafter.client.workbench.tasks();
    expect(tasks).toMatchObject([{ title: '起草修改', place: '溪口村村规民约', group: 'waiting' }]);
    expect(await codeOf(drafter.client.installation.register(identity('别人', '别处', 'drafter')))).toBe('CONFLICT');
  });
});
