import { createSafeClient } from '@orpc/client';
import { afterEach, describe, expect, it } from 'vitest';
import { openTestOffice, testDocument, type TestOffice } from '#backend/testing/openTestOffice.ts';
import { errorText } from '#contract/errorTexts.ts';

const opened: TestOffice[] = [];
async function open(...roles: Parameters<typeof openTestOffice>): Promise<TestOffice> {
  const office = await openTestOffice(...roles);
  opened.push(office);
  return office;
}
afterEach(async () => {
  for (const office of opened.splice(0)) await office.leave();
});

const page = { offset: 0, limit: 50, discarded: false };

describe('the list of conventions', () => {
  it('is found by any part of title, village and township, and takes signs of the query language as words', async () => {
    const office = await open('drafter');
    for (const village of ['溪口村', '100%村', '甲_乙村', '甲丙乙村', String.raw`反\斜村`]) await office.convention(village, '爱护公物。');
    const found = async (query: string) => {
      const { total, conventions } = await office.client.conventions.list({ ...page, query });
      return [total, conventions.map(({ village }) => village).toSorted()];
    };
    expect(await found('%')).toEqual([1, ['100%村']]);
    expect(await found('甲_乙')).toEqual([1, ['甲_乙村']]);
    expect(await found(String.raw`反\斜`)).toEqual([1, [String.raw`反\斜村`]]);
    expect(await found('溪口')).toEqual([1, ['溪口村']]);
    expect((await found('云溪'))[0]).toBe(5);
    expect(await found(`' OR 1=1 --`)).toEqual([0, []]);
  });

  it('shows every convention on exactly one page when many were saved in the same instant', async () => {
    const office = await open('drafter');
    const all: string[] = [];
    for (let index = 1; index <= 23; index += 1) all.push(await office.convention(`第${index}村`, '爱护公物。'));
    const seen: string[] = [];
    for (let offset = 0; offset < 30; offset += 5) {
      const { total, conventions } = await office.client.conventions.list({ offset, limit: 5, discarded: false });
      expect(total).toBe(23);
      seen.push(...conventions.map(({ id }) => id));
    }
    expect(seen.toSorted()).toEqual(all.toSorted());
  });
});

describe('a convention in the recycle bin', () => {
  it('stands still until it is brought back, and says so', async () => {
    const office = await open('drafter', 'registrar');
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const version = await office.freeze(conventionId);
    const comment = await office.client.comments.add({ conventionId, channel: 'box', person: '', articleId: null, words: '好。', receivedOn: '2026-11-20' });
    await office.client.conventions.discard({ conventionId });
    const safe = createSafeClient(office.client);
    const ballot = {
      heldOn: '2026-11-20', place: '', meeting: 'assembly', countedBy: 'adults',
      eligible: 10, present: 8, inFavour: 8, against: 0, abstained: 0, authorization: '',
    } as const;
    const calls = [
      safe.workflow.perform({ conventionId, action: 'startConsultation', note: '' }),
      safe.workflow.recordVote({ ...ballot, conventionId, versionId: version.id }),
      safe.versions.freeze({ conventionId, revision: 1, reason: '又一版' }),
      safe.versions.restore({ versionId: version.id }),
      safe.submissions.create({ conventionId, versionId: version.id, reviewingOffice: '司法所', deadline: '2026-12-01', note: '' }),
      safe.comments.add({ conventionId, channel: 'box', person: '', articleId: null, words: '又一条。', receivedOn: '2026-11-20' }),
      safe.comments.reply({ commentId: comment.id, outcome: 'adopted', reason: '' }),
      safe.comments.withdraw({ commentId: comment.id, reason: '记错了' }),
    ];
    const expected = { code: 'WRONG_STAGE', message: errorText('WRONG_STAGE', '它在回收站里，先恢复') };
    for (const call of calls) expect((await call).error).toMatchObject(expected);
    await office.client.conventions.restore({ conventionId });
    expect(await office.client.versions.list({ conventionId })).toHaveLength(1);
    expect(await office.client.comments.list({ conventionId })).toMatchObject([{ reply: null, withdrawnFor: null }]);
    const { stage } = await office.client.workflow.perform({ conventionId, action: 'startConsultation', note: '' });
    expect(stage).toBe('consulting');
  });

  it('keeps the words that are typed in a window that still shows it', async () => {
    const office = await open('drafter');
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await office.client.conventions.discard({ conventionId });
    await office.rewrite(conventionId, '爱护公物，不乱倒垃圾。');
    await office.client.conventions.restore({ conventionId });
    const { document } = await office.client.drafts.get({ conventionId });
    expect(document).toEqual(testDocument('溪口村村规民约', '爱护公物，不乱倒垃圾。'));
  });

  it('is put there and brought back by those who draft or register, not by a reviewer', async () => {
    const office = await open('drafter');
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await office.client.conventions.discard({ conventionId });
    await office.client.installation.update({ person: '刘国平', office: '云溪司法所', roles: ['reviewer'] });
    const safe = createSafeClient(office.client);
    for (const call of [safe.conventions.restore({ conventionId }), safe.conventions.discard({ conventionId }), safe.conventions.createSample()]) {
      expect((await call).error).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });
});

describe('writing at the same time', () => {
  it('lets one of two saves on the same revision through and tells the other', async () => {
    const office = await open('drafter');
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const safe = createSafeClient(office.client);
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        safe.drafts.save({ conventionId, baseRevision: 1, document: testDocument('溪口村村规民约', `第${index}个窗口。`) }),
      ),
    );
    expect(results.filter(({ error }) => error === null)).toHaveLength(1);
    expect(results.flatMap(({ error }) => (error === null ? [] : [Reflect.get(error, 'code')]))).toEqual(Array.from({ length: 7 }, () => 'CONFLICT'));
    expect((await office.client.drafts.get({ conventionId })).revision).toBe(2);
    expect((await office.client.audit.verify()).brokenAt).toBeNull();
  });

  it('numbers comments, versions and submissions without a gap or a double', async () => {
    const office = await open('drafter');
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const version = await office.freeze(conventionId);
    const say = { conventionId, channel: 'box' as const, person: '', articleId: null, words: '好。', receivedOn: '2026-11-20' };
    const send = { conventionId, versionId: version.id, reviewingOffice: '司法所', deadline: '2026-12-01', note: '' };
    const [comments, submissions] = await Promise.all([
      Promise.all(Array.from({ length: 6 }, () => office.client.comments.add(say))),
      Promise.all(Array.from({ length: 4 }, () => office.client.submissions.create(send))),
    ]);
    expect(comments.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(submissions.map(({ round }) => round).toSorted()).toEqual([1, 2, 3, 4]);
    expect((await office.client.audit.verify()).brokenAt).toBeNull();
  });

  it('makes one version of one text however often the button is pressed', async () => {
    const office = await open('drafter');
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const safe = createSafeClient(office.client);
    const results = await Promise.all([1, 2, 3].map(() => safe.versions.freeze({ conventionId, revision: 1, reason: '定稿' })));
    const refused = results.flatMap(({ error }) => (error === null ? [] : [error.message]));
    expect(refused).toEqual([1, 2].map(() => errorText('WRONG_STAGE', '文字和第 1 版一样，不用另存')));
    expect(await office.client.versions.list({ conventionId })).toHaveLength(1);
  });
});

describe('a verification code', () => {
  it('finds the newest version with this text, of whichever convention', async () => {
    const office = await open('drafter');
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const first = await office.freeze(conventionId);
    office.clock.advance(1_000);
    await office.rewrite(conventionId, '不乱倒垃圾。');
    const second = await office.freeze(conventionId);
    office.clock.advance(1_000);
    await office.rewrite(conventionId, '爱护公物。');
    const third = await office.freeze(conventionId);
    expect(third.verificationCode).toBe(first.verificationCode);
    expect(await office.client.verification.check({ code: first.verificationCode })).toMatchObject({ result: 'match', versionNumber: 3 });
    expect(await office.client.verification.check({ code: second.verificationCode })).toMatchObject({ result: 'match', versionNumber: 2 });
    expect(await office.client.verification.check({ code: '0000-0000-0000' })).toEqual({ result: 'unknown' });
    expect(await office.client.opinions.list({ conventionId })).toEqual([]);
  });
});
