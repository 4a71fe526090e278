import { join } from 'node:path';
import { createSafeClient } from '@orpc/client';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conventionPrint } from '#backend/services/documents/conventionPrint.ts';
import { conventionNotes } from '#backend/documents/export/conventionNotes.ts';
import { openDatabase } from '#backend/storage/openDatabase.ts';
import { openTestOffice, type TestOffice } from '#backend/testing/openTestOffice.ts';
import type { Inputs } from '#contract/contract.ts';
import { errorText } from '#contract/errorTexts.ts';
import { refusalTexts } from '#contract/refusals.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice('drafter', 'registrar');
});
afterEach(() => office.leave());

type Registration = Omit<Inputs['priorAdoptions']['register'], 'conventionId'>;

const unknown: Registration = {
  revision: 1, stage: 'published', meeting: null, adoptedOn: null, filedOn: null, filingNumber: '', filedWith: '', postedOn: null, place: '', scans: [],
};
const known: Registration = {
  ...unknown, meeting: 'assembly', adoptedOn: '2019-03-05', filedOn: '2019-03-12', filingNumber: '云政备〔2019〕8号', filedWith: '云溪镇人民政府',
  postedOn: '2019-03-15', place: '村务公开栏',
};

const words = (text: string) => new TextEncoder().encode(text);
const pdf = (name: string, text = '') => new File([words(`%PDF-1.7\n${text}`)], name);
const photo = (name: string) => new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], name);

const register = (conventionId: string, facts: Partial<Registration> = {}) =>
  office.client.priorAdoptions.register({ ...known, ...facts, conventionId });

function auditActions(): string[] {
  const sqlite = new Database(join(office.dataFolder, 'xiangyue.sqlite'), { readonly: true });
  const rows = sqlite.prepare('SELECT action FROM audit_entry ORDER BY sequence').pluck().all();
  sqlite.close();
  return rows.map(String);
}

/** What the print of a version says of its adoption and its clearance. */
async function printed(conventionId: string, versionId: string) {
  const { store } = openDatabase(join(office.dataFolder, 'xiangyue.sqlite'));
  const actor = { id: 'p', person: '陈秀兰', office: '溪口村村民委员会', roles: ['drafter' as const] };
  const { print } = await conventionPrint(store, actor, office.clock.now(), { conventionId, versionId });
  await store.destroy();
  return conventionNotes(print);
}

describe('a convention that is in force already', () => {
  it('is registered as published, with the frozen text, the facts and who registered them', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId);
    const convention = await office.client.conventions.get({ conventionId });
    expect(convention).toMatchObject({ stage: 'published', isRegistered: true, draftChanged: false, newestVersion: { number: 1, reason: '登记已施行的文本', frozenBy: '陈秀兰', isRegistered: true, conclusion: null, isCleared: false } });
    expect(await office.client.priorAdoptions.get({ conventionId })).toEqual({
      stage: 'published', meeting: 'assembly', adoptedOn: '2019-03-05', filedOn: '2019-03-12', filingNumber: '云政备〔2019〕8号', filedWith: '云溪镇人民政府',
      postedOn: '2019-03-15', place: '村务公开栏', versionId: convention.newestVersion?.id, versionNumber: 1, registeredBy: '陈秀兰',
      registeredAt: '2026-11-24T02:00:00.000Z', scans: [],
    });
    const { conventions } = await office.client.conventions.list({ offset: 0, limit: 10, discarded: false });
    expect(conventions).toMatchObject([{ stage: 'published', isRegistered: true }]);
    expect(await office.client.workbench.tasks()).toEqual([]);
  });

  it('invents no vote, filing, publication or opinion, and the record says what was done', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const before = auditActions().length;
    await register(conventionId);
    expect(auditActions().slice(before)).toEqual(['version.frozen', 'priorAdoption.registered', 'workflow.registerPublished']);
    const sqlite = new Database(join(office.dataFolder, 'xiangyue.sqlite'), { readonly: true });
    for (const table of ['vote', 'filing', 'publication', 'opinion', 'submission']) {
      expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    }
    sqlite.close();
    expect(await office.client.audit.verify()).toMatchObject({ brokenAt: null });
  });

  it('may be registered with nothing known, and stays unknown', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await office.client.priorAdoptions.register({ ...unknown, conventionId });
    const { newestVersion } = await office.client.conventions.get({ conventionId });
    expect(await office.client.priorAdoptions.get({ conventionId })).toMatchObject({ meeting: null, adoptedOn: null, filedOn: null, filingNumber: '', postedOn: null, place: '' });
    expect((await printed(conventionId, newestVersion?.id ?? '')).adoption).toEqual([
      '本文本在使用本系统以前已经表决通过，照实登记。表决日期：不详；表决的会议：不详。',
      '备案日期：不详；备案单位：不详；备案号：不详。',
      '公布日期：不详；公布地点：不详。',
    ]);
  });

  it('claims no clearance: neither on the print, nor by its code', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId);
    const { newestVersion } = await office.client.conventions.get({ conventionId });
    const notes = await printed(conventionId, newestVersion?.id ?? '');
    expect(notes).toMatchObject({ statement: '未经本系统审查', clearance: [] });
    expect(notes.verification).toBeUndefined();
    expect(notes.adoption).toEqual([
      '本文本在使用本系统以前已经表决通过，照实登记。表决日期：2019年3月5日；表决的会议：溪口村村民会议。',
      '备案日期：2019年3月12日；备案单位：云溪镇人民政府；备案号：云政备〔2019〕8号。',
      '公布日期：2019年3月15日；公布地点：村务公开栏。',
    ]);
    expect(await office.client.verification.check({ code: newestVersion?.verificationCode ?? '' })).toMatchObject({ result: 'match', isCleared: false, conclusionText: '未经本系统审查' });
  });

  it('is cleared by a stamped opinion that is bound to its text, like any other', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId);
    const { newestVersion } = await office.client.conventions.get({ conventionId });
    const versionId = newestVersion?.id ?? '';
    await office.client.opinions.registerPaper({ conventionId, versionId, opinionNumber: '云司审〔2019〕2号', reviewer: '刘国平', office: '云溪司法所', issuedOn: '2019-02-20', conclusion: 'lawful', remark: '' });
    expect(await printed(conventionId, versionId)).toMatchObject({ clearance: [{ value: '合法' }, {}, {}, { value: '云司审〔2019〕2号（纸质）' }] });
  });

  it('takes the version that holds the draft’s text already, instead of a second one', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const version = await office.freeze(conventionId);
    await register(conventionId);
    expect(await office.client.priorAdoptions.get({ conventionId })).toMatchObject({ versionId: version.id, versionNumber: 1 });
    expect(await office.client.versions.list({ conventionId })).toHaveLength(1);
  });

  it('is amended like any other: back at the drafting table nothing of the registration carries on', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId);
    office.clock.advance(60_000);
    const amended = await office.client.workflow.perform({ conventionId, action: 'startAmendment', note: '' });
    expect(amended).toMatchObject({ stage: 'drafting', isRegistered: false, can: { registerPublished: { allowed: true }, publish: { allowed: false } } });
    expect(await office.client.priorAdoptions.get({ conventionId })).toBeNull();
    await office.rewrite(conventionId, '爱护公物，不乱倒垃圾。');
    const version = await office.freeze(conventionId);
    expect(version.number).toBe(2);
    for (const action of ['startConsultation', 'submitForScreening'] as const) await office.client.workflow.perform({ conventionId, action, note: '' });
    await office.client.submissions.create({ conventionId, versionId: version.id, reviewingOffice: '云溪司法所', deadline: '2026-12-01', note: '' });
    expect((await office.client.conventions.get({ conventionId })).can.proceedToVote).toEqual({ allowed: false, refusal: 'NOT_CLEARED' });
    expect((await printed(conventionId, version.id)).statement).toBe('未经合法性审查');
  });

  it('may be repealed', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId);
    expect(await office.client.workflow.perform({ conventionId, action: 'repeal', note: '' })).toMatchObject({ stage: 'repealed', isRegistered: true });
  });
});

describe('a text that was adopted and is not published yet', () => {
  const adopted: Partial<Registration> = { stage: 'filing', filedOn: null, filingNumber: '', filedWith: '', postedOn: null, place: '' };

  it('waits for its filing, and is filed and published without a ballot or a clearance that it does not claim', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId, adopted);
    const before = await office.client.conventions.get({ conventionId });
    expect(before).toMatchObject({ stage: 'filing', can: { publish: { allowed: false, refusal: 'NO_FILING' }, recordFailedVote: { allowed: false } } });
    expect(await office.client.workbench.tasks()).toMatchObject([{ title: '报送备案、公布' }]);
    const versionId = before.newestVersion?.id ?? '';
    expect((await printed(conventionId, versionId)).adoption).toHaveLength(1);
    office.clock.advance(60_000);
    await office.client.workflow.recordFiling({ conventionId, filingNumber: '9', filedOn: '2026-11-21', receivedBy: '云溪镇人民政府' });
    await office.client.workflow.recordPublication({ conventionId, postedOn: '2026-11-22', place: '各组公告栏' });
    expect(await office.client.conventions.get({ conventionId })).toMatchObject({ stage: 'published', isRegistered: true });
    const notes = await printed(conventionId, versionId);
    expect(notes.statement).toBe('未经本系统审查');
    expect(notes.adoption.slice(1)).toEqual([
      '备案日期：2026年11月21日；备案单位：云溪镇人民政府；备案号：9。',
      '公布日期：2026年11月22日；公布地点：各组公告栏。',
    ]);
  });

  it('whose filing is registered too is published next', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId, { ...adopted, filedOn: '2019-03-12' });
    expect((await office.client.conventions.get({ conventionId })).can.publish).toEqual({ allowed: true });
  });

  it('keeps its filing when the ballot is entered afterwards from the minutes, and prints the ballot then', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId, { ...adopted, filedOn: '2019-03-12' });
    office.clock.advance(60_000);
    const versionId = (await office.client.conventions.get({ conventionId })).newestVersion?.id ?? '';
    await office.client.workflow.recordVote({
      conventionId, versionId, heldOn: '2019-03-05', place: '', meeting: 'assembly', countedBy: 'adults',
      eligible: 100, present: 80, inFavour: 60, against: 10, abstained: 10, authorization: '',
    });
    expect(await office.client.conventions.get({ conventionId })).toMatchObject({ stage: 'filing', can: { publish: { allowed: true } } });
    expect(await printed(conventionId, versionId)).toMatchObject({ statement: '未经本系统审查', adoption: ['本文本经溪口村村民会议于2019年3月5日表决通过。', '备案日期：2019年3月12日；备案单位：不详；备案号：不详。'] });
  });

  it('goes back to the drafting table when the ballot turns out to have failed', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId, adopted);
    office.clock.advance(60_000);
    const { newestVersion } = await office.client.conventions.get({ conventionId });
    const ballot = { heldOn: '2026-11-20', place: '', meeting: 'assembly' as const, countedBy: 'adults' as const, eligible: 100, present: 80, inFavour: 20, against: 60, abstained: 0, authorization: '' };
    const { convention } = await office.client.workflow.recordVote({ ...ballot, conventionId, versionId: newestVersion?.id ?? '' });
    expect(convention).toMatchObject({ stage: 'drafting', isRegistered: false });
  });

  it('names no place where it hangs', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const { error } = await createSafeClient(office.client).priorAdoptions.register({ ...known, ...adopted, postedOn: '2019-03-15', conventionId });
    expect(error).toMatchObject({ code: 'BAD_INPUT', message: errorText('BAD_INPUT', '还没有公布的，不填公布的日期和地方') });
  });
});

describe('a registration that was entered wrongly', () => {
  it('is corrected by another one: the text, the earlier entry and the scans stay', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId, { scans: [{ kind: 'voteRecord', file: pdf('会议记录.pdf') }, { kind: 'publicationPhoto', file: photo('公开栏.jpg') }] });
    await office.rewrite(conventionId, '草案里正在改的话。');
    const [record] = (await office.client.priorAdoptions.get({ conventionId }))?.scans ?? [];
    office.clock.advance(60_000);
    await register(conventionId, { revision: 2, adoptedOn: '2019-03-06', scans: [{ kind: 'reviewOpinion', sha256: record?.sha256 ?? '' }, { kind: 'filingReceipt', file: photo('回执.jpg') }] });
    expect(await office.client.priorAdoptions.get({ conventionId })).toMatchObject({
      adoptedOn: '2019-03-06', versionNumber: 1, scans: [{ kind: 'reviewOpinion', name: '会议记录.pdf' }, { kind: 'filingReceipt', name: '回执.jpg' }],
    });
    expect(await office.client.versions.list({ conventionId })).toHaveLength(1);
    const sqlite = new Database(join(office.dataFolder, 'xiangyue.sqlite'), { readonly: true });
    expect(sqlite.prepare('SELECT adopted_on FROM prior_adoption ORDER BY registered_at').pluck().all()).toEqual(['2019-03-05', '2019-03-06']);
    sqlite.close();
  });

  it('keeps a filing that was recorded since', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const adopted = { stage: 'filing' as const, filedOn: null, filingNumber: '', filedWith: '', postedOn: null, place: '' };
    await register(conventionId, adopted);
    office.clock.advance(60_000);
    await office.client.workflow.recordFiling({ conventionId, filingNumber: '9', filedOn: '2026-11-21', receivedBy: '云溪镇人民政府' });
    office.clock.advance(60_000);
    await register(conventionId, { ...adopted, adoptedOn: '2019-03-06' });
    expect((await office.client.conventions.get({ conventionId })).can.publish).toEqual({ allowed: true });
  });

  it('may turn out not to be published yet', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId);
    await register(conventionId, { stage: 'filing', postedOn: null, place: '' });
    expect((await office.client.conventions.get({ conventionId })).stage).toBe('filing');
  });
});

describe('scans of stamped papers', () => {
  it('are kept under their hash and come back as they were', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await register(conventionId, { scans: [{ kind: 'filingReceipt', file: pdf('回执.pdf', '盖章') }, { kind: 'publicationPhoto', file: photo('公开栏.jpg') }] });
    const { scans } = (await office.client.priorAdoptions.get({ conventionId })) ?? { scans: [] };
    expect(scans).toMatchObject([{ kind: 'filingReceipt', name: '回执.pdf', mediaType: 'application/pdf' }, { kind: 'publicationPhoto', mediaType: 'image/jpeg' }]);
    const file = await office.client.priorAdoptions.scan({ conventionId, sha256: scans[0]?.sha256 ?? '' });
    expect([file.name, file.type, await file.text()]).toEqual(['回执.pdf', 'application/pdf', '%PDF-1.7\n盖章']);
    expect(auditActions().filter((action) => action === 'scan.kept')).toHaveLength(2);
  });

  it.each([
    ['an empty file', () => new File([], '空.pdf'), '“空.pdf”是空的'],
    ['a text that calls itself a picture', () => new File([words('会议记录')], '记录.jpg'), '“记录.jpg”不是 PDF 或图片'],
    ['a file of 21 megabytes', () => new File([words('%PDF-'), new Uint8Array(21 * 1024 * 1024)], '大.pdf'), '“大.pdf”超过 20 兆，把扫描的清晰度调低'],
  ])('%s is refused by name, and nothing is registered', async (_what, file, detail) => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const before = auditActions();
    const { error } = await createSafeClient(office.client).priorAdoptions.register({ ...known, conventionId, scans: [{ kind: 'voteRecord', file: file() }] });
    expect(error).toMatchObject({ code: 'BAD_INPUT', message: errorText('BAD_INPUT', detail) });
    expect(auditActions()).toEqual(before);
    expect((await office.client.conventions.get({ conventionId })).stage).toBe('drafting');
  });

  it('of another convention cannot be named', async () => {
    const other = await office.convention('清溪村', '爱护公物。');
    await register(other, { scans: [{ kind: 'voteRecord', file: pdf('会议记录.pdf') }] });
    const sha256 = (await office.client.priorAdoptions.get({ conventionId: other }))?.scans[0]?.sha256 ?? '';
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const safe = createSafeClient(office.client);
    const missing = { code: 'NOT_FOUND', message: errorText('NOT_FOUND', '这份扫描件') };
    expect((await safe.priorAdoptions.register({ ...known, conventionId, scans: [{ kind: 'voteRecord', sha256 }] })).error).toMatchObject(missing);
    expect((await safe.priorAdoptions.scan({ conventionId, sha256 })).error).toMatchObject(missing);
    expect(await office.client.conventions.get({ conventionId })).toMatchObject({ stage: 'drafting', newestVersion: null });
  });
});

describe('who may register, and when', () => {
  it.each([['drafter', true], ['registrar', true], ['administrator', true], ['reviewer', false]] as const)('%s: %s', async (role, isAllowed) => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await office.client.installation.update({ person: '陈秀兰', office: '溪口村村民委员会', roles: [role] });
    const { error } = await createSafeClient(office.client).priorAdoptions.register({ ...known, conventionId });
    expect(error === null ? undefined : Reflect.get(error, 'code')).toBe(isAllowed ? undefined : 'NOT_ALLOWED');
    expect((await office.client.conventions.get({ conventionId })).stage).toBe(isAllowed ? 'published' : 'drafting');
  });

  it.each([
    ['a vote tomorrow', { adoptedOn: '2026-11-25' }, '表决日期不能在今天以后'],
    ['a filing next year', { filedOn: '2027-01-01' }, '备案日期不能在今天以后'],
    ['a notice next month', { postedOn: '2026-12-24' }, '公布日期不能在今天以后'],
    ['a filing before the vote', { filedOn: '2019-03-04' }, '备案日期不能早于表决日期'],
    ['a notice before the vote', { postedOn: '2019-03-04' }, '公布日期不能早于表决日期'],
    ['a year of two digits', { adoptedOn: '0019-03-05' }, '表决日期太早，看看年份有没有写错'],
  ])('%s is refused', async (_what, facts, detail) => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const { error } = await createSafeClient(office.client).priorAdoptions.register({ ...known, ...facts, conventionId });
    expect(error).toMatchObject({ code: 'BAD_INPUT', message: errorText('BAD_INPUT', detail) });
    expect((await office.client.conventions.get({ conventionId })).newestVersion).toBeNull();
  });

  it('a text that was saved over meanwhile is not registered', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await office.rewrite(conventionId, '不乱倒垃圾。');
    const { error } = await createSafeClient(office.client).priorAdoptions.register({ ...known, conventionId });
    expect(error).toMatchObject({ code: 'CONFLICT' });
  });

  it('an empty text and one that is under way or in the recycle bin are not', async () => {
    const safe = createSafeClient(office.client);
    const { conventionId: outline } = await office.client.conventions.create({ village: '清溪村', township: '', kind: 'village' });
    expect((await safe.priorAdoptions.register({ ...known, conventionId: outline })).error).toMatchObject({ code: 'WRONG_STAGE', message: errorText('WRONG_STAGE', refusalTexts.TEXT_EMPTY) });
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await office.client.workflow.perform({ conventionId, action: 'startConsultation', note: '' });
    expect((await safe.priorAdoptions.register({ ...known, conventionId })).error).toMatchObject({ code: 'WRONG_STAGE', message: errorText('WRONG_STAGE', refusalTexts.WRONG_STAGE) });
    await office.client.conventions.discard({ conventionId });
    expect((await safe.priorAdoptions.register({ ...known, conventionId })).error).toMatchObject({ code: 'WRONG_STAGE', message: errorText('WRONG_STAGE', '它在回收站里，先恢复') });
  });

  it('what went through the application is never replaced by a registration', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const version = await office.freeze(conventionId);
    for (const action of ['startConsultation', 'submitForScreening'] as const) await office.client.workflow.perform({ conventionId, action, note: '' });
    await office.client.submissions.create({ conventionId, versionId: version.id, reviewingOffice: '云溪司法所', deadline: '2026-12-01', note: '' });
    await office.client.opinions.registerPaper({ conventionId, versionId: version.id, opinionNumber: '1', reviewer: '刘国平', office: '云溪司法所', issuedOn: '2026-11-18', conclusion: 'lawful', remark: '' });
    await office.client.workflow.perform({ conventionId, action: 'proceedToVote', note: '' });
    const ballot = { heldOn: '2026-11-20', place: '', meeting: 'assembly' as const, countedBy: 'adults' as const, eligible: 100, present: 80, inFavour: 60, against: 10, abstained: 10, authorization: '' };
    await office.client.workflow.recordVote({ ...ballot, conventionId, versionId: version.id });
    const { error } = await createSafeClient(office.client).priorAdoptions.register({ ...known, conventionId });
    expect(error).toMatchObject({ code: 'WRONG_STAGE', message: errorText('WRONG_STAGE', refusalTexts.ADOPTED_HERE) });
  });

  it('is no step that is taken without its facts', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    for (const action of ['registerAdopted', 'registerPublished'] as const) {
      const { error } = await createSafeClient(office.client).workflow.perform({ conventionId, action, note: '' });
      expect(error).toMatchObject({ code: 'BAD_INPUT' });
    }
  });
});
