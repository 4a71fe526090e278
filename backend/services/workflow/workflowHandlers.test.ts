import { createSafeClient } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '#backend/testing/openTestOffice.ts';
import { errorText } from '#contract/errorTexts.ts';
import { refusalTexts } from '#contract/refusals.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice('drafter', 'registrar');
});
afterEach(() => office.leave());

const ballot = {
  heldOn: '2026-11-20',
  place: '村部',
  meeting: 'assembly' as const,
  countedBy: 'adults' as const,
  eligible: 100,
  present: 80,
  inFavour: 60,
  against: 10,
  abstained: 10,
  authorization: '',
};

async function clear(conventionId: string, versionId: string) {
  await office.client.opinions.registerPaper({
    conventionId,
    versionId,
    opinionNumber: '云司审〔2026〕9号',
    reviewer: '刘国平',
    office: '云溪司法所',
    issuedOn: '2026-11-18',
    conclusion: 'lawful',
    remark: '',
  });
}

/** Brings the present draft through review to the vote; every step a minute later than the one before. */
async function bringToVote(conventionId: string) {
  const version = await office.freeze(conventionId);
  for (const action of ['startConsultation', 'submitForScreening'] as const) {
    office.clock.advance(60_000);
    await office.client.workflow.perform({ conventionId, action, note: '' });
  }
  await office.client.submissions.create({ conventionId, versionId: version.id, reviewingOffice: '云溪司法所', deadline: '2026-12-01', note: '' });
  await clear(conventionId, version.id);
  office.clock.advance(60_000);
  await office.client.workflow.perform({ conventionId, action: 'proceedToVote', note: '' });
  office.clock.advance(60_000);
  return version;
}

async function publish(conventionId: string) {
  await office.client.workflow.recordFiling({ conventionId, filingNumber: '8', filedOn: '2026-11-21', receivedBy: '云溪镇人民政府' });
  return office.client.workflow.recordPublication({ conventionId, postedOn: '2026-11-22', place: '村务公开栏' });
}

describe('a ballot', () => {
  it.each([
    ['more present than eligible', { present: 101 }, '实到人数多于应到人数'],
    ['more votes than present', { inFavour: 70 }, '票数合计多于实到人数'],
    ['everything twice', { inFavour: 80, against: 80 }, '票数合计多于实到人数'],
  ])('with %s is refused', async (_what, counts, detail) => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const version = await bringToVote(conventionId);
    const { error } = await createSafeClient(office.client).workflow.recordVote({ ...ballot, ...counts, conventionId, versionId: version.id });
    expect(error).toMatchObject({ code: 'BAD_INPUT', message: errorText('BAD_INPUT', detail) });
    expect((await office.client.conventions.get({ conventionId })).stage).toBe('voting');
  });

  it('of nobody is never passed', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const version = await bringToVote(conventionId);
    const none = { eligible: 0, present: 0, inFavour: 0, against: 0, abstained: 0 };
    expect(await office.client.workflow.recordVote({ ...ballot, ...none, conventionId, versionId: version.id })).toMatchObject({ passed: false });
  });

  it('on a version of another convention is refused', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await bringToVote(conventionId);
    const other = await office.freeze(await office.convention('清溪村', '不乱倒垃圾。'));
    const { error } = await createSafeClient(office.client).workflow.recordVote({ ...ballot, conventionId, versionId: other.id });
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of an earlier text does not carry an amendment: it needs a vote, a filing and a notice of its own', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const first = await bringToVote(conventionId);
    await office.client.workflow.recordVote({ ...ballot, conventionId, versionId: first.id });
    expect((await publish(conventionId)).stage).toBe('published');
    office.clock.advance(60_000);
    await office.client.workflow.perform({ conventionId, action: 'startAmendment', note: '' });
    await office.rewrite(conventionId, '爱护公物，不乱倒垃圾。');
    const second = await bringToVote(conventionId);
    const before = await office.client.conventions.get({ conventionId });
    expect(before.can.recordPassedVote).toEqual({ allowed: false, refusal: 'NO_PASSED_VOTE' });
    const vote = await office.client.workflow.recordVote({ ...ballot, conventionId, versionId: second.id });
    expect(vote.convention).toMatchObject({ stage: 'filing', can: { publish: { allowed: false, refusal: 'NO_FILING' } } });
    expect((await publish(conventionId)).stage).toBe('published');
  });

  it('that failed does not bring the text back a second time after it was voted on again', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const first = await bringToVote(conventionId);
    await office.client.workflow.recordVote({ ...ballot, inFavour: 20, conventionId, versionId: first.id });
    await office.rewrite(conventionId, '爱护公物，照价赔偿。');
    await bringToVote(conventionId);
    const { can } = await office.client.conventions.get({ conventionId });
    expect(can.recordFailedVote).toEqual({ allowed: false, refusal: 'NO_FAILED_VOTE' });
  });
});

describe('a day that is still to come', () => {
  const tomorrow = '2026-11-25';

  it('is refused for a vote, a filing, a publication and an opinion, and today is not', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const safe = createSafeClient(office.client);
    const version = await bringToVote(conventionId);
    const opinion = { conventionId, versionId: version.id, opinionNumber: '1', reviewer: '刘国平', office: '云溪司法所', conclusion: 'lawful' as const, remark: '' };
    const refusal = (detail: string) => ({ code: 'BAD_INPUT', message: errorText('BAD_INPUT', detail) });
    expect((await safe.opinions.registerPaper({ ...opinion, issuedOn: tomorrow })).error).toMatchObject(refusal('意见书日期不能在今天以后'));
    expect((await safe.workflow.recordVote({ ...ballot, heldOn: tomorrow, conventionId, versionId: version.id })).error).toMatchObject(refusal('表决日期不能在今天以后'));
    await office.client.workflow.recordVote({ ...ballot, heldOn: '2026-11-24', conventionId, versionId: version.id });
    const filing = { conventionId, filingNumber: '8', receivedBy: '云溪镇人民政府' };
    expect((await safe.workflow.recordFiling({ ...filing, filedOn: tomorrow })).error).toMatchObject(refusal('备案日期不能在今天以后'));
    await office.client.workflow.recordFiling({ ...filing, filedOn: '2026-11-24' });
    expect((await safe.workflow.recordPublication({ conventionId, postedOn: tomorrow, place: '公开栏' })).error).toMatchObject(refusal('公布日期不能在今天以后'));
    expect(await office.client.workflow.recordPublication({ conventionId, postedOn: '2026-11-24', place: '公开栏' })).toMatchObject({ stage: 'published' });
  });
});

describe('a step that carries facts', () => {
  it.each(['recordPassedVote', 'recordFailedVote', 'recordFiling', 'publish'] as const)('%s is not taken without them', async (action) => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const version = await bringToVote(conventionId);
    await office.client.workflow.recordVote({ ...ballot, conventionId, versionId: version.id });
    await office.client.workflow.recordFiling({ conventionId, filingNumber: '8', filedOn: '2026-11-21', receivedBy: '云溪镇人民政府' });
    const { error } = await createSafeClient(office.client).workflow.perform({ conventionId, action, note: '' });
    expect(error).toMatchObject({ code: 'BAD_INPUT' });
    expect((await office.client.conventions.get({ conventionId })).stage).toBe('filing');
  });

  it('leaves neither a filing nor an entry behind when it is refused', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const { entries } = await office.client.audit.verify();
    const safe = createSafeClient(office.client);
    const { error } = await safe.workflow.recordFiling({ conventionId, filingNumber: '8', filedOn: '2026-11-21', receivedBy: '镇政府' });
    expect(error).toMatchObject({ code: 'WRONG_STAGE', message: errorText('WRONG_STAGE', refusalTexts.NO_PASSED_VOTE) });
    expect((await office.client.audit.verify()).entries).toBe(entries);
  });
});

describe('a submission for review', () => {
  const request = { reviewingOffice: '云溪司法所', deadline: '2026-12-01', note: '' };
  const opinion = { opinionNumber: '云司审〔2026〕8号', reviewer: '刘国平', office: '云溪司法所', issuedOn: '2026-11-18', remark: '' };

  /** A convention whose first version was reviewed with this conclusion and is on the drafting table again. */
  async function returned(conclusion: 'mustChange' | 'unlawful' | 'incomplete' = 'mustChange') {
    const conventionId = await office.convention('溪口村', '违者罚款五十元。');
    const version = await office.freeze(conventionId);
    for (const action of ['startConsultation', 'submitForScreening'] as const) {
      await office.client.workflow.perform({ conventionId, action, note: '' });
    }
    await office.client.submissions.create({ ...request, conventionId, versionId: version.id });
    await office.client.opinions.registerPaper({ ...opinion, conventionId, versionId: version.id, conclusion });
    office.clock.advance(60_000);
    await office.client.workflow.perform({ conventionId, action: 'returnFromReview', note: '' });
    return { conventionId, version };
  }

  async function revise(conventionId: string, words = '违者由村民委员会批评教育。') {
    await office.rewrite(conventionId, words);
    return office.freeze(conventionId, '按审查意见修改');
  }

  it.each(['mustChange', 'unlawful'] as const)('of a text that came back as %s goes straight to the reviewer once it is revised, and is not cleared by that', async (conclusion) => {
    const { conventionId } = await returned(conclusion);
    const revised = await revise(conventionId);
    expect(await office.client.submissions.create({ ...request, conventionId, versionId: revised.id })).toMatchObject({ round: 2, versionNumber: 2 });
    const { stage, can } = await office.client.conventions.get({ conventionId });
    expect([stage, can.proceedToVote]).toEqual(['reviewing', { allowed: false, refusal: 'NOT_CLEARED' }]);
  });

  it('of a text that lacked papers may be of the same version', async () => {
    const { conventionId, version } = await returned('incomplete');
    await office.client.submissions.create({ ...request, conventionId, versionId: version.id });
    expect((await office.client.conventions.get({ conventionId })).stage).toBe('reviewing');
  });

  it('of a revised text may also pass the villagers and the township once more', async () => {
    const { conventionId } = await returned();
    const revised = await revise(conventionId);
    for (const action of ['startConsultation', 'submitForScreening'] as const) {
      await office.client.workflow.perform({ conventionId, action, note: '' });
    }
    await office.client.submissions.create({ ...request, conventionId, versionId: revised.id });
    expect((await office.client.conventions.get({ conventionId })).stage).toBe('reviewing');
  });

  it('of a text that was revised where the opinion found it goes out as another round', async () => {
    const { conventionId } = await returned();
    const second = await revise(conventionId);
    await office.client.submissions.create({ ...request, conventionId, versionId: second.id });
    await office.client.opinions.registerPaper({ ...opinion, conventionId, versionId: second.id, conclusion: 'lawful' });
    const third = await revise(conventionId, '违者由村民委员会劝导。');
    expect((await office.client.conventions.get({ conventionId })).can.proceedToVote).toEqual({ allowed: false, refusal: 'NOT_CLEARED' });
    expect(await office.client.submissions.create({ ...request, conventionId, versionId: third.id })).toMatchObject({ round: 3 });
  });

  it('that was taken back keeps the direct road', async () => {
    const { conventionId } = await returned();
    const revised = await revise(conventionId);
    await office.client.submissions.create({ ...request, conventionId, versionId: revised.id });
    await office.client.workflow.perform({ conventionId, action: 'withdraw', note: '' });
    expect((await office.client.conventions.get({ conventionId })).can.resubmitForReview).toEqual({ allowed: true });
  });

  it('of an old version does not follow a returned review, nor of a draft that was changed since it was frozen', async () => {
    const { conventionId, version } = await returned();
    const revised = await revise(conventionId);
    const safe = createSafeClient(office.client);
    expect((await safe.submissions.create({ ...request, conventionId, versionId: version.id })).error).toMatchObject({ code: 'WRONG_STAGE' });
    await office.rewrite(conventionId, '违者由村民委员会劝导。');
    const { error } = await safe.submissions.create({ ...request, conventionId, versionId: revised.id });
    expect(error).toMatchObject({ code: 'WRONG_STAGE', message: errorText('WRONG_STAGE', refusalTexts.VERSION_OUTDATED) });
    expect((await office.client.conventions.get({ conventionId })).stage).toBe('drafting');
  });

  it('has no direct road before the first round, whatever paper is on record', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const version = await office.freeze(conventionId);
    await office.client.opinions.registerPaper({ ...opinion, conventionId, versionId: version.id, conclusion: 'mustChange' });
    await office.client.submissions.create({ ...request, conventionId, versionId: version.id });
    const { stage, can } = await office.client.conventions.get({ conventionId });
    expect([stage, can.resubmitForReview]).toEqual(['drafting', { allowed: false, refusal: 'NO_OPINION' }]);
  });

  it.each([
    ['an amendment', 'startAmendment'],
    ['a text that the meeting voted down', undefined],
  ] as const)('of %s passes the villagers and the township first', async (_what, step) => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const version = await bringToVote(conventionId);
    await office.client.workflow.recordVote({ ...ballot, ...(step === undefined ? { inFavour: 20 } : {}), conventionId, versionId: version.id });
    if (step !== undefined) {
      await publish(conventionId);
      await office.client.workflow.perform({ conventionId, action: step, note: '' });
    }
    const { stage, can } = await office.client.conventions.get({ conventionId });
    expect([stage, can.resubmitForReview]).toEqual(['drafting', { allowed: false, refusal: 'NO_OPINION' }]);
  });

  it('of a version that is not the newest does not move the convention on', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const first = await office.freeze(conventionId);
    await office.rewrite(conventionId, '不乱倒垃圾。');
    await office.freeze(conventionId);
    for (const action of ['startConsultation', 'submitForScreening'] as const) {
      await office.client.workflow.perform({ conventionId, action, note: '' });
    }
    const input = { conventionId, versionId: first.id, reviewingOffice: '云溪司法所', deadline: '2026-12-01', note: '' };
    const { error } = await createSafeClient(office.client).submissions.create(input);
    expect(error).toMatchObject({ code: 'WRONG_STAGE' });
    expect(await office.client.submissions.list({ conventionId })).toEqual([]);
    expect((await office.client.conventions.get({ conventionId })).stage).toBe('screening');
  });
});
