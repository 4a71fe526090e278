import { describe, expect, it } from 'vitest';
import { contentHash } from '#core/document/contentHash.ts';
import { fullDocument } from '#core/document/goldenDocuments.ts';
import { manifestSchema, opinionPayloadSchema, submissionPayloadSchema } from '#core/exchange/package.ts';

const hash = 'a'.repeat(64);
const manifest = {
  format: 1,
  kind: 'submission',
  id: 'p1',
  createdAt: '2026-11-24T08:00:00.000Z',
  sender: { person: '李秀英', office: '云台村村民委员会', publicKey: hash },
  parts: [{ path: 'submission.json', size: 120, sha256: hash }],
};
const submission = {
  submissionId: 's1',
  conventionId: 'c1',
  kind: 'village',
  village: '云台村',
  township: '枫林镇',
  versionNumber: 4,
  round: 2,
  reviewingOffice: '枫林镇司法所',
  deadline: '2026-11-27',
  note: '',
  renderFormat: 1,
  contentHash: contentHash(fullDocument).sha256,
  document: fullDocument,
  comments: [{ number: 1, channel: '屋场会', articleLabel: '第三条', words: '太严了', outcome: '采纳', reason: '' }],
  findings: [{ rule: 'fine', severity: 'unlawful', articleId: 'a4', quote: '批评教育', message: '说明', basis: [], dismissedFor: '理由' }],
  answers: [
    { round: 1, articleLabel: '第四条', quote: '罚款', text: '没有处罚权。', kind: 'unlawful', answer: 'declined', words: '没有罚款' },
    { round: 1, articleLabel: '第五条', quote: '', text: '写清楚。', kind: 'wording', answer: null, words: '' },
  ],
};
const opinion = {
  opinionId: 'o1',
  submissionId: 's1',
  conventionId: 'c1',
  opinionNumber: '枫司审〔2026〕7号',
  contentHash: hash,
  renderFormat: 1,
  round: 2,
  receivedOn: '2026-11-20',
  issuedOn: '2026-11-24',
  aspects: { maker: { result: 'pass', remark: '' } },
  conclusion: 'unlawful',
  remark: '',
  annotations: [],
};

describe('what a package may hold', () => {
  it('accepts a manifest, a submission and an opinion', () => {
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
    expect(submissionPayloadSchema.parse(submission)).toEqual(submission);
    expect(opinionPayloadSchema.parse(opinion)).toEqual(opinion);
  });

  it('reads a manifest of a newer format, so that the sentence can say so', () => {
    expect(manifestSchema.parse({ ...manifest, format: 99 }).format).toBe(99);
  });

  it.each([
    ['a manifest without parts', manifestSchema, { ...manifest, parts: [] }],
    ['a manifest of an unknown kind', manifestSchema, { ...manifest, kind: 'letter' }],
    ['a manifest with a short key', manifestSchema, { ...manifest, sender: { ...manifest.sender, publicKey: 'ab' } }],
    ['a manifest with a hash in capitals', manifestSchema, { ...manifest, parts: [{ ...manifest.parts[0], sha256: 'A'.repeat(64) }] }],
    ['a manifest without a time zone', manifestSchema, { ...manifest, createdAt: '2026-11-24T08:00:00' }],
    ['a manifest with more than it should hold', manifestSchema, { ...manifest, comment: '' }],
    ['a part of negative size', manifestSchema, { ...manifest, parts: [{ ...manifest.parts[0], size: -1 }] }],
    ['a submission without a document', submissionPayloadSchema, { ...submission, document: undefined }],
    ['a submission with a document that is none', submissionPayloadSchema, { ...submission, document: { ...fullDocument, content: [] } }],
    ['a submission with a villager’s name', submissionPayloadSchema, { ...submission, comments: [{ ...submission.comments[0], person: '张三' }] }],
    ['a submission whose deadline is no day', submissionPayloadSchema, { ...submission, deadline: '2026-02-30' }],
    ['a submission in round nought', submissionPayloadSchema, { ...submission, round: 0 }],
    ['an opinion without conclusion', opinionPayloadSchema, { ...opinion, conclusion: undefined }],
    ['an opinion with an unknown conclusion', opinionPayloadSchema, { ...opinion, conclusion: 'fine' }],
    ['an opinion on no text', opinionPayloadSchema, { ...opinion, contentHash: '' }],
  ])('refuses %s', (_name, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
