import { createSafeClient } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { opinionParts } from '#backend/exchange/packagePayload.ts';
import { sealPackage } from '#backend/exchange/sealPackage.ts';
import { createSigningKey, fingerprint } from '#backend/exchange/signingKey.ts';
import { openTestOffice, type TestOffice } from '#backend/testing/openTestOffice.ts';
import type { OpinionPayload } from '#core/exchange/package.ts';
import { reviewAspects, type Annotation, type ReviewAspect } from '#core/review/review.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice('drafter');
});
afterEach(() => office.leave());

const key = createSigningKey();
const passed = Object.fromEntries(reviewAspects.map((aspect) => [aspect, { result: 'pass' as const, remark: '' }]));

function annotation(kind: Annotation['kind'], contentHash: string): Annotation {
  const anchor = { articleId: 'article-1', from: 0, to: 0, quote: '', prefix: '', suffix: '', contentHash };
  return { id: 'n1', anchor, kind, text: '没有罚款权。', basis: [], suggestion: '' };
}

async function received(changes: (hash: string) => Partial<OpinionPayload>) {
  const conventionId = await office.convention('溪口村', '爱护公物。');
  const { id: versionId, contentHash } = await office.freeze(conventionId);
  const input = { conventionId, versionId, reviewingOffice: '云溪司法所', deadline: '2026-12-01', note: '' };
  const { id: submissionId } = await office.client.submissions.create(input);
  const payload: OpinionPayload = {
    opinionId: 'o1', submissionId, conventionId, opinionNumber: '', contentHash, renderFormat: 1, round: 1, receivedOn: '2026-11-24',
    issuedOn: '2026-11-24', aspects: passed, conclusion: 'lawful', remark: '', annotations: [], ...changes(contentHash),
  };
  const sender = { person: '刘国平', office: '云溪司法所', publicKey: key.publicKey };
  const bytes = sealPackage({ kind: 'opinion', id: 'o1', createdAt: '2026-11-24T02:00:00.000Z', sender, privateKey: key.privateKey, parts: opinionParts(payload) });
  const file = new File([new Uint8Array(bytes)], '意见.xiangyue');
  const { error } = await createSafeClient(office.client).packages.receive({ file, acceptedFingerprint: fingerprint(key.publicKey) });
  return { code: error === null ? undefined : Reflect.get(error, 'code'), opinions: await office.client.opinions.list({ conventionId }) };
}

const open: ReviewAspect = 'content';
const { [open]: _open, ...withoutContent } = passed;

describe('an opinion from another installation', () => {
  it.each<[string, (hash: string) => Partial<OpinionPayload>]>([
    ['calls lawful what it annotates as unlawful', (hash) => ({ annotations: [annotation('unlawful', hash)] })],
    ['only advises where it says that something must be changed', (hash) => ({ conclusion: 'advised', annotations: [annotation('mustChange', hash)] })],
    ['leaves an aspect open', () => ({ aspects: withoutContent })],
  ])('is refused when it %s', async (_what, changes) => {
    expect(await received(changes)).toEqual({ code: 'PACKAGE_UNEXPECTED', opinions: [] });
  });

  it('is taken in when its conclusion follows', async () => {
    const { code, opinions } = await received((hash) => ({ conclusion: 'unlawful', annotations: [annotation('unlawful', hash)] }));
    expect(code).toBeUndefined();
    expect(opinions).toMatchObject([{ conclusion: 'unlawful', isClearing: false }]);
  });
});
