import { createSafeClient } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestBackend, identity, removeTestFolder } from '#backend/testing/createTestBackend.ts';
import { openTestOffice, type TestOffice } from '#backend/testing/openTestOffice.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice('drafter', 'reviewer');
});
afterEach(() => office.leave());

describe('nobody reviews his own submission', () => {
  it('not on paper', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const { id: versionId } = await office.freeze(conventionId);
    const paper = { conventionId, versionId, opinionNumber: '1', issuedOn: '2026-11-20', conclusion: 'lawful' as const, remark: '' };
    const own = { ...paper, reviewer: '陈秀兰', office: '溪口村村民委员会' };
    const { error } = await createSafeClient(office.client).opinions.registerPaper(own);
    expect(error).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await office.client.opinions.list({ conventionId })).toEqual([]);
  });

  it('not on another computer', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const { id: versionId } = await office.freeze(conventionId);
    const input = { conventionId, versionId, reviewingOffice: '云溪司法所', deadline: '2026-12-01', note: '' };
    const { id: submissionId } = await office.client.submissions.create(input);
    const file = await office.client.submissions.file({ submissionId });
    const second = await createTestBackend({ idPrefix: 'second' });
    await second.client.installation.register(identity('陈秀兰', '溪口村村民委员会', 'reviewer'));
    const { fingerprint } = await second.client.packages.inspect({ file });
    const { error } = await createSafeClient(second.client).packages.receive({ file, acceptedFingerprint: fingerprint });
    expect(error).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await second.client.reviews.list()).toEqual([]);
    await second.close();
    removeTestFolder(second.dataFolder);
  });
});
