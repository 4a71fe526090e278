import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openPackage } from '#backend/exchange/openPackage.ts';
import { opinionParts, packagePayload, submissionParts } from '#backend/exchange/packagePayload.ts';
import { sealPackage, type PackageParts } from '#backend/exchange/sealPackage.ts';
import { createSigningKey, fingerprint } from '#backend/exchange/signingKey.ts';
import { contentHash } from '#core/document/contentHash.ts';
import type { ConventionDocument } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';
import type { OpinionPayload, SubmissionPayload } from '#core/exchange/package.ts';

const document: ConventionDocument = {
  type: 'document',
  attrs: { numberingStyle: 'article', numberingScope: 'document' },
  content: [
    { type: 'title', content: [{ type: 'text', text: '溪口村村规民约' }] },
    {
      type: 'article',
      attrs: { id: 'a1' },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '爱护公共财物，损坏的照价赔偿。' }] }],
    },
  ],
};

const submission: SubmissionPayload = {
  submissionId: 's1',
  conventionId: 'c1',
  kind: 'village',
  village: '溪口村',
  township: '云溪镇',
  versionNumber: 1,
  round: 1,
  reviewingOffice: '云溪司法所',
  deadline: '2026-12-01',
  note: '',
  renderFormat: 1,
  contentHash: contentHash(document).sha256,
  document,
  comments: [],
  findings: [],
  answers: [],
};

const opinion: OpinionPayload = {
  opinionId: 'o1',
  submissionId: 's1',
  conventionId: 'c1',
  opinionNumber: '云司审〔2026〕3号',
  contentHash: submission.contentHash,
  renderFormat: 1,
  round: 1,
  receivedOn: '2026-11-24',
  issuedOn: '2026-11-25',
  aspects: {},
  conclusion: 'lawful',
  remark: '',
  annotations: [],
};

const key = createSigningKey();

function seal(parts: PackageParts = submissionParts(submission), kind: 'submission' | 'opinion' = 'submission') {
  return sealPackage({
    kind,
    id: 'p1',
    createdAt: '2026-11-24T02:00:00.000Z',
    sender: { person: '陈秀兰', office: '溪口村村民委员会', publicKey: key.publicKey },
    privateKey: key.privateKey,
    parts,
  });
}

function rezip(bytes: Uint8Array, change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(bytes);
  change(files);
  return zipSync(files);
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'opened';
}

const open = (bytes: Uint8Array) => codeOf(() => packagePayload(openPackage(bytes)));

describe('a package', () => {
  it('carries a submission whole', () => {
    expect(packagePayload(openPackage(seal()))).toEqual({ kind: 'submission', payload: submission });
  });

  it('carries an opinion whole', () => {
    expect(packagePayload(openPackage(seal(opinionParts(opinion), 'opinion')))).toEqual({ kind: 'opinion', payload: opinion });
  });

  it('is refused when any byte of it was changed', () => {
    const sealed = seal();
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const bytes = Uint8Array.from(sealed);
        bytes[position] = (bytes[position] ?? 0) ^ change;
        const code = open(bytes);
        // Bytes that a zip carries but nobody reads (times, attributes) may change without changing what is read.
        const read = code === 'opened' ? packagePayload(openPackage(bytes)) : undefined;
        expect(code).toMatch(/^(?:opened|PACKAGE_(?:DAMAGED|TAMPERED|UNSAFE|NEWER))$/u);
        expect(read ?? { kind: 'submission', payload: submission }).toEqual({ kind: 'submission', payload: submission });
      }),
      { seed: 20_261_124, numRuns: 400 },
    );
  });

  it('is refused when it was cut off anywhere', () => {
    const sealed = seal();
    for (let length = 1; length < sealed.length; length += 97) {
      expect(open(sealed.subarray(0, length))).toMatch(/^PACKAGE_(DAMAGED|TAMPERED)$/u);
    }
  });

  it.each<[string, string, Uint8Array]>([
    ['an empty file', 'FILE_EMPTY', new Uint8Array()],
    ['something else', 'PACKAGE_DAMAGED', new TextEncoder().encode('这是一封信')],
    ['a changed part', 'PACKAGE_TAMPERED', rezip(seal(), (files) => { files['text.txt'] = new TextEncoder().encode('改过\n'); })],
    ['a missing part', 'PACKAGE_DAMAGED', rezip(seal(), (files) => { delete files['submission.json']; })],
    ['a missing signature', 'PACKAGE_DAMAGED', rezip(seal(), (files) => { delete files['manifest.sig']; })],
    ['a missing manifest', 'PACKAGE_DAMAGED', rezip(seal(), (files) => { delete files['manifest.json']; })],
    ['an extra part', 'PACKAGE_UNSAFE', rezip(seal(), (files) => { files['x.exe'] = new Uint8Array([1]); })],
    ['a path that climbs out', 'PACKAGE_UNSAFE', rezip(seal(), (files) => { files['../x'] = new Uint8Array([1]); })],
    ['a signed path that climbs out', 'PACKAGE_UNSAFE', seal({ ...submissionParts(submission), 'a/../../x': new Uint8Array([1]) })],
    ['an absolute path', 'PACKAGE_UNSAFE', seal({ ...submissionParts(submission), '/etc/x': new Uint8Array([1]) })],
    ['a drive of Windows', 'PACKAGE_UNSAFE', seal({ ...submissionParts(submission), 'C:\\x': new Uint8Array([1]) })],
    [
      'a newer format',
      'PACKAGE_NEWER',
      rezip(seal(), (files) => { files['manifest.json'] = new TextEncoder().encode('{"format": 2, "surprise": true}'); }),
    ],
    [
      'another signer than it names',
      'PACKAGE_TAMPERED',
      rezip(seal(), (files) => { files['manifest.sig'] = new Uint8Array(64); }),
    ],
    [
      'a text that is not the text of its hash',
      'PACKAGE_TAMPERED',
      seal(submissionParts({ ...submission, contentHash: '0'.repeat(64) })),
    ],
    [
      'a hash made by rules of a later time',
      'PACKAGE_NEWER',
      seal(submissionParts({ ...submission, renderFormat: 2 })),
    ],
    ['a part of another shape', 'PACKAGE_DAMAGED', seal({ 'submission.json': new TextEncoder().encode('{"a":1}') })],
    ['an opinion without its part', 'PACKAGE_DAMAGED', seal(submissionParts(submission), 'opinion')],
  ])('with %s is refused as %s', (_what, code, bytes) => {
    expect(open(bytes)).toBe(code);
  });

  it('is the same bytes for the same content', () => {
    expect(Buffer.from(seal()).equals(Buffer.from(seal()))).toBe(true);
  });
});

describe('the fingerprint of a key', () => {
  it('is twenty digits in groups of five, the same every time', () => {
    expect(fingerprint(key.publicKey)).toMatch(/^\d{5} \d{5} \d{5} \d{5}$/u);
    expect(fingerprint('00'.repeat(32))).toBe(fingerprint('00'.repeat(32)));
    expect(fingerprint('00'.repeat(32))).not.toBe(fingerprint(`01${'00'.repeat(31)}`));
  });
});
