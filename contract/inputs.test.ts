import { describe, expect, it } from 'vitest';
import { comments } from '#contract/comments.ts';
import { contract } from '#contract/contract.ts';
import { conventions, drafts, workflow } from '#contract/conventions.ts';
import { verification } from '#contract/documents.ts';
import { priorAdoptions } from '#contract/priorAdoptions.ts';
import { installation } from '#contract/installation.ts';
import { reviews, submissions } from '#contract/reviews.ts';
import { fullDocument } from '#core/document/goldenDocuments.ts';
import { errorCodes } from '#core/errors.ts';

type Procedure = { '~orpc': { inputSchema?: unknown; errorMap: object } };

/** What a procedure makes of an input: the parsed value, or undefined when it is refused. */
async function parsed(procedure: Procedure, input: unknown): Promise<unknown> {
  const schema = procedure['~orpc'].inputSchema;
  if (typeof schema !== 'object' || schema === null || !('~standard' in schema)) throw new Error('Procedure without input schema');
  const standard = schema['~standard'];
  if (typeof standard !== 'object' || standard === null || !('validate' in standard) || typeof standard.validate !== 'function') {
    throw new Error('Schema without validation');
  }
  const result: unknown = await standard.validate(input);
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined;
}

const anchor = { articleId: 'a', from: 0, to: 0, quote: '', prefix: '', suffix: '', contentHash: '0'.repeat(64) };
const annotation = { anchor, kind: 'advice', text: '建议补充。', basis: [], suggestion: '' };
const vote = {
  conventionId: 'c', versionId: 'v', heldOn: '2026-11-24', place: '', meeting: 'assembly', countedBy: 'adults',
  eligible: 100, present: 60, inFavour: 40, against: 10, abstained: 10, authorization: '',
};

const prior = {
  conventionId: 'c', revision: 1, stage: 'published', meeting: null, adoptedOn: null, filedOn: null, filingNumber: '', filedWith: '', postedOn: null, place: '', scans: [],
};
const scan = { kind: 'voteRecord', file: new File(['%PDF-'], '会议记录.pdf') };

const accepted: [string, Procedure, unknown][] = [
  ['a person', installation.register, { person: '李秀英', office: '云台村村民委员会', roles: ['drafter'], withSample: true }],
  ['a convention', conventions.create, { village: '云台村', township: '', kind: 'village', document: fullDocument }],
  ['a list', conventions.list, { offset: 0, limit: 50, discarded: false }],
  ['a draft', drafts.save, { conventionId: 'c', baseRevision: 0, document: fullDocument }],
  ['a comment without a person', comments.add, { conventionId: 'c', channel: 'courtyard', person: '', articleId: null, words: '路灯坏了', receivedOn: '2026-11-24' }],
  ['a vote', workflow.recordVote, vote],
  ['a registration of which nothing is known', priorAdoptions.register, prior],
  ['a registration with two scans, one of them kept already', priorAdoptions.register, { ...prior, scans: [scan, { kind: 'filingReceipt', sha256: '0'.repeat(64) }] }],
  ['an annotation', reviews.saveAnnotation, { reviewId: 'r', annotation }],
  ['a withdrawn answer to an aspect', reviews.setAspect, { reviewId: 'r', aspect: 'maker', value: null }],
  ['a code', verification.check, { code: 'WERC-8GMR-ZGE1' }],
];

const refused: [string, Procedure, unknown][] = [
  ['nothing', conventions.get, undefined],
  ['an empty id', conventions.get, { conventionId: '' }],
  ['an id of a thousand characters', conventions.get, { conventionId: 'x'.repeat(1_000) }],
  ['an actor named by the caller', conventions.get, { conventionId: 'c', actor: 'administrator' }],
  ['a person without a name', installation.register, { person: '　', office: '村', roles: ['drafter'], withSample: false }],
  ['a person without a role', installation.register, { person: '李', office: '村', roles: [], withSample: false }],
  ['a role that does not exist', installation.register, { person: '李', office: '村', roles: ['root'], withSample: false }],
  ['a page of ten thousand', conventions.list, { offset: 0, limit: 10_000, discarded: false }],
  ['a negative offset', conventions.list, { offset: -1, limit: 10, discarded: false }],
  ['a draft that is no document', drafts.save, { conventionId: 'c', baseRevision: 0, document: { type: 'document' } }],
  ['a comment without words', comments.add, { conventionId: 'c', channel: 'box', person: '', articleId: null, words: ' ', receivedOn: '2026-11-24' }],
  ['a comment on no day', comments.add, { conventionId: 'c', channel: 'box', person: '', articleId: null, words: '好', receivedOn: '昨天' }],
  ['a vote of half a person', workflow.recordVote, { ...vote, present: 60.5 }],
  ['a vote of fewer than nobody', workflow.recordVote, { ...vote, inFavour: -1 }],
  ['a registration that leaves a day out instead of calling it unknown', priorAdoptions.register, { ...prior, postedOn: undefined }],
  ['a registration on no day', priorAdoptions.register, { ...prior, adoptedOn: '2019-3-5' }],
  ['a registration into another stage', priorAdoptions.register, { ...prior, stage: 'voting' }],
  ['a registration with a place of a thousand characters', priorAdoptions.register, { ...prior, place: '公'.repeat(1_000) }],
  ['a registration with thirteen scans', priorAdoptions.register, { ...prior, scans: Array.from({ length: 13 }, () => scan) }],
  ['a scan of no kind', priorAdoptions.register, { ...prior, scans: [{ ...scan, kind: 'other' }] }],
  ['a scan that is only a name', priorAdoptions.register, { ...prior, scans: [{ kind: 'voteRecord', file: '会议记录.pdf' }] }],
  ['an annotation without words', reviews.saveAnnotation, { reviewId: 'r', annotation: { ...annotation, text: '' } }],
  ['an aspect that does not exist', reviews.setAspect, { reviewId: 'r', aspect: 'style', value: null }],
  ['a submission without an office', submissions.create, { conventionId: 'c', versionId: 'v', reviewingOffice: '', deadline: '2026-11-27', note: '' }],
  ['a code of a hundred characters', verification.check, { code: '7'.repeat(100) }],
];

describe('the boundary of the contract', () => {
  it.each(accepted)('accepts %s', async (_name, procedure, input) => {
    expect(await parsed(procedure, input)).toBeDefined();
  });

  it.each(refused)('refuses %s', async (_name, procedure, input) => {
    expect(await parsed(procedure, input)).toBeUndefined();
  });

  it('takes the white space off what is typed into a field', async () => {
    expect(await parsed(verification.check, { code: ' WERC-8GMR-ZGE1 ' })).toEqual({ code: 'WERC-8GMR-ZGE1' });
  });

  it('declares the closed list of errors for every procedure', () => {
    for (const group of Object.values(contract)) {
      for (const procedure of Object.values(group)) {
        expect(Object.keys(procedure['~orpc'].errorMap).sort()).toEqual([...errorCodes].sort());
      }
    }
  });
});
