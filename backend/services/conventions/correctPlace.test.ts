import { createSafeClient } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '#backend/testing/openTestOffice.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice('drafter');
});
afterEach(() => office.leave());

const corrected = { village: '清溪村', township: '云山镇', kind: 'village' } as const;

describe('the place of a convention', () => {
  it('is corrected without touching the text', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    const before = await office.client.drafts.get({ conventionId });
    await office.client.conventions.update({ conventionId, ...corrected });
    expect(await office.client.conventions.get({ conventionId })).toMatchObject(corrected);
    expect(await office.client.drafts.get({ conventionId })).toEqual(before);
  });

  it('stays as it is in the recycle bin', async () => {
    const conventionId = await office.convention('溪口村', '爱护公物。');
    await office.client.conventions.discard({ conventionId });
    const { error } = await createSafeClient(office.client).conventions.update({ conventionId, ...corrected });
    expect(error).toMatchObject({ code: 'WRONG_STAGE' });
    expect((await office.client.conventions.get({ conventionId })).village).toBe('溪口村');
  });
});
