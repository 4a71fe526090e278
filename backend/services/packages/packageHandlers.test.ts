import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSafeClient } from '@orpc/client';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { openPackage } from '#backend/exchange/openPackage.ts';
import { opinionParts, packagePayload, submissionParts } from '#backend/exchange/packagePayload.ts';
import { sealPackage } from '#backend/exchange/sealPackage.ts';
import { createSigningKey, fingerprint } from '#backend/exchange/signingKey.ts';
import { createTestBackend, identity, removeTestFolder, type TestBackend } from '#backend/testing/createTestBackend.ts';
import type { ErrorCode } from '#core/errors.ts';
import type { OpinionPayload, SubmissionPayload } from '#core/exchange/package.ts';
import { reviewAspects } from '#core/review/review.ts';

const opened: TestBackend[] = [];
afterEach(async () => {
  for (const backend of opened.splice(0)) {
    await backend.close();
    removeTestFolder(backend.dataFolder);
    if (backend.bugs.length > 0) throw new Error(backend.bugs.join('\n'));
  }
});

async function installation(idPrefix: string, person: string, office: string, role: 'drafter' | 'reviewer'): Promise<TestBackend> {
  const backend = await createTestBackend({ idPrefix });
  opened.push(backend);
  await backend.client.installation.register(identity(person, office, role));
  return backend;
}

const sourceText = '溪口村村规民约\n第一条 爱护公共财物。\n第二条 不乱倒垃圾。';

/** A drafter with one version sent for review, and the package of it. */
async function drafterWithSubmission() {
  const drafter = await installation('drafter', '陈秀兰', '溪口村村民委员会', 'drafter');
  const { document } = await drafter.client.imports.preview({ pasted: sourceText });
  const { conventionId } = await drafter.client.conventions.create({ village: '溪口村', township: '云溪镇', kind: 'village', document });
  const version = await drafter.client.versions.freeze({ conventionId, revision: 1, reason: '送审稿' });
  const submission = await drafter.client.submissions.create({
    conventionId,
    versionId: version.id,
    reviewingOffice: '云溪司法所',
    deadline: '2026-12-01',
    note: '',
  });
  const file = await drafter.client.submissions.file({ submissionId: submission.id });
  return { drafter, conventionId, version, submission, file };
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

function asFile(bytes: Uint8Array): File {
  return new File([new Uint8Array(bytes)], '送审.xiangyue');
}

async function payloadOf(file: File): Promise<SubmissionPayload> {
  const read = packagePayload(openPackage(await bytesOf(file)));
  if (read.kind !== 'submission') throw new Error('Not a submission');
  return read.payload;
}

function rezip(bytes: Uint8Array, change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(bytes);
  change(files);
  return zipSync(files);
}

/** A package signed by another key than those of the installations. */
function strangersPackage(content: { kind: 'submission'; payload: SubmissionPayload } | { kind: 'opinion'; payload: OpinionPayload }) {
  const key = createSigningKey();
  const bytes = sealPackage({
    kind: content.kind,
    id: 'p1',
    createdAt: '2026-11-24T02:00:00.000Z',
    sender: { person: '王强', office: '别的单位', publicKey: key.publicKey },
    privateKey: key.privateKey,
    parts: content.kind === 'submission' ? submissionParts(content.payload) : opinionParts(content.payload),
  });
  return { file: asFile(bytes), acceptedFingerprint: fingerprint(key.publicKey) };
}

function opinionOn(payload: SubmissionPayload, changes: Partial<OpinionPayload> = {}): OpinionPayload {
  return {
    opinionId: 'opinion-1',
    submissionId: payload.submissionId,
    conventionId: payload.conventionId,
    opinionNumber: '云司审〔2026〕3号',
    contentHash: payload.contentHash,
    renderFormat: payload.renderFormat,
    round: 1,
    receivedOn: '2026-11-24',
    issuedOn: '2026-11-25',
    aspects: Object.fromEntries(reviewAspects.map((aspect) => [aspect, { result: 'pass', remark: '' }])),
    conclusion: 'lawful',
    remark: '',
    annotations: [],
    ...changes,
  };
}

async function codeOf(call: Promise<{ error: { code?: unknown; message: string } | null | Error }>): Promise<string> {
  const { error } = await call;
  if (error === null) return 'taken in';
  return 'code' in error ? String(error.code) : error.message;
}

const attachmentFiles = (backend: TestBackend) => {
  const folder = join(backend.dataFolder, '附件');
  return existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
};

describe('a package that cannot be trusted', () => {
  const changes: [string, ErrorCode, (bytes: Uint8Array) => Uint8Array][] = [
    ['a changed byte', 'PACKAGE_TAMPERED', (bytes) => rezip(bytes, (files) => { files['text.txt']?.set([0x41]); })],
    ['a missing part', 'PACKAGE_DAMAGED', (bytes) => rezip(bytes, (files) => { delete files['text.txt']; })],
    ['a part too many', 'PACKAGE_UNSAFE', (bytes) => rezip(bytes, (files) => { files['附件.exe'] = new Uint8Array([1]); })],
    ['a path that climbs out', 'PACKAGE_UNSAFE', (bytes) => rezip(bytes, (files) => { files['../../x'] = new Uint8Array([1]); })],
    ['a newer format', 'PACKAGE_NEWER', (bytes) => rezip(bytes, (files) => { files['manifest.json'] = new TextEncoder().encode('{"format":99}'); })],
    ['half of it', 'PACKAGE_DAMAGED', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))],
    ['nothing', 'FILE_EMPTY', () => new Uint8Array()],
  ];

  it('is neither shown nor taken in, whatever is wrong with it, and leaves nothing behind', async () => {
    const { file } = await drafterWithSubmission();
    const reviewer = await installation('reviewer', '刘国平', '云溪司法所', 'reviewer');
    const { fingerprint: acceptedFingerprint } = await reviewer.client.packages.inspect({ file });
    const sealed = await bytesOf(file);
    const safe = createSafeClient(reviewer.client);
    for (const [what, code, change] of changes) {
      const wrong = asFile(change(sealed));
      expect([what, await codeOf(safe.packages.inspect({ file: wrong }))]).toEqual([what, code]);
      expect([what, await codeOf(safe.packages.receive({ file: wrong, acceptedFingerprint }))]).toEqual([what, code]);
    }
    expect(await reviewer.client.contacts.list()).toEqual([]);
    expect(await reviewer.client.reviews.list()).toEqual([]);
    expect(attachmentFiles(reviewer)).toEqual([]);
    const received = await reviewer.client.packages.receive({ file, acceptedFingerprint });
    expect(received.kind).toBe('submission');
  });

  it('is not taken in from a sender whose fingerprint nobody compared, or with that of somebody else', async () => {
    const { file } = await drafterWithSubmission();
    const reviewer = await installation('reviewer', '刘国平', '云溪司法所', 'reviewer');
    const safe = createSafeClient(reviewer.client);
    expect(await codeOf(safe.packages.receive({ file }))).toBe('PACKAGE_UNKNOWN_SENDER');
    const call = safe.packages.receive({ file, acceptedFingerprint: '00000 00000 00000 00000' });
    expect(await codeOf(call)).toBe('PACKAGE_UNKNOWN_SENDER');
    expect(await reviewer.client.contacts.list()).toEqual([]);
  });

  it('is not taken in by another office than the one it is for', async () => {
    const { drafter, file } = await drafterWithSubmission();
    expect(await codeOf(createSafeClient(drafter.client).packages.receive({ file }))).toBe('NOT_ALLOWED');
    const other = await installation('other', '王强', '别的村', 'drafter');
    const { fingerprint: acceptedFingerprint } = await other.client.packages.inspect({ file });
    expect(await codeOf(createSafeClient(other.client).packages.receive({ file, acceptedFingerprint }))).toBe('NOT_ALLOWED');
    expect(await other.client.contacts.list()).toEqual([]);
  });
});

describe('an opinion that does not fit', () => {
  it.each<[string, (payload: SubmissionPayload) => OpinionPayload]>([
    ['covers another text', (payload) => opinionOn(payload, { contentHash: 'a'.repeat(64) })],
    ['answers a submission that was never sent', (payload) => opinionOn(payload, { submissionId: 'other' })],
    ['names another convention', (payload) => opinionOn(payload, { conventionId: 'other' })],
  ])('is refused whole when it %s: its sender is not accepted either', async (_what, opinion) => {
    const { drafter, conventionId, file } = await drafterWithSubmission();
    const before = attachmentFiles(drafter);
    const wrong = strangersPackage({ kind: 'opinion', payload: opinion(await payloadOf(file)) });
    expect(await codeOf(createSafeClient(drafter.client).packages.receive(wrong))).toBe('PACKAGE_UNEXPECTED');
    expect(await drafter.client.contacts.list()).toEqual([]);
    expect(await drafter.client.opinions.list({ conventionId })).toEqual([]);
    expect(attachmentFiles(drafter)).toEqual(before);
  });

  it('does not pass for one that is here already by taking its number', async () => {
    const { drafter, conventionId, file } = await drafterWithSubmission();
    const payload = await payloadOf(file);
    await drafter.client.packages.receive(strangersPackage({ kind: 'opinion', payload: opinionOn(payload, { conclusion: 'unlawful' }) }));
    const forged = strangersPackage({ kind: 'opinion', payload: opinionOn(payload) });
    expect(await codeOf(createSafeClient(drafter.client).packages.receive(forged))).toBe('PACKAGE_UNEXPECTED');
    expect(await drafter.client.opinions.list({ conventionId })).toMatchObject([{ conclusion: 'unlawful' }]);
  });
});

describe('packages that come again', () => {
  it('do not open another text under the number of a submission that is under review', async () => {
    const { file } = await drafterWithSubmission();
    const reviewer = await installation('reviewer', '刘国平', '云溪司法所', 'reviewer');
    const { fingerprint: acceptedFingerprint } = await reviewer.client.packages.inspect({ file });
    await reviewer.client.packages.receive({ file, acceptedFingerprint });
    const forged = strangersPackage({ kind: 'submission', payload: { ...(await payloadOf(file)), note: '改过的说明' } });
    expect(await codeOf(createSafeClient(reviewer.client).packages.receive(forged))).toBe('PACKAGE_UNEXPECTED');
    expect(await reviewer.client.contacts.list()).toHaveLength(1);
  });

  it('change nothing when they are the same', async () => {
    const { drafter, conventionId, file } = await drafterWithSubmission();
    const opinion = strangersPackage({ kind: 'opinion', payload: opinionOn(await payloadOf(file)) });
    const first = await drafter.client.packages.receive(opinion);
    expect(await drafter.client.packages.receive(opinion)).toEqual(first);
    expect(await drafter.client.opinions.list({ conventionId })).toHaveLength(1);
  });

  it('show a submission once, with its newest opinion, when it was answered electronically and on paper', async () => {
    const { drafter, conventionId, version, file } = await drafterWithSubmission();
    await drafter.client.packages.receive(strangersPackage({ kind: 'opinion', payload: opinionOn(await payloadOf(file)) }));
    drafter.clock.advance(60_000);
    const { opinionId } = await drafter.client.opinions.registerPaper({
      conventionId,
      versionId: version.id,
      opinionNumber: '云司审〔2026〕4号',
      reviewer: '刘国平',
      office: '云溪司法所',
      issuedOn: '2026-11-24',
      conclusion: 'lawful',
      remark: '',
    });
    expect(await drafter.client.submissions.list({ conventionId })).toMatchObject([{ round: 1, opinionId }]);
  });

  it('take an opinion in for a convention in the recycle bin, where it is found when the convention is brought back', async () => {
    const { drafter, conventionId, file } = await drafterWithSubmission();
    await drafter.client.conventions.discard({ conventionId });
    await drafter.client.packages.receive(strangersPackage({ kind: 'opinion', payload: opinionOn(await payloadOf(file)) }));
    await drafter.client.conventions.restore({ conventionId });
    expect((await drafter.client.conventions.get({ conventionId })).newestVersion).toMatchObject({ isCleared: true });
  });
});
