import { keepFile } from '#backend/services/documents/keepFile.ts';
import type { ServiceKit } from '#backend/services/serviceKit.ts';
import type { RecordFact } from '#backend/storage/auditChain.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { DomainError } from '#core/errors.ts';
import { submissionPayloadSchema, type Sender, type SubmissionPayload } from '#core/exchange/package.ts';

export type Arrival<Payload> = {
  bytes: Uint8Array;
  name: string;
  sender: Sender;
  payload: Payload;
  at: string;
  actorId: string;
};

/**
 * Opens a review for a verified submission. The same submission a second time leads to the review that is there.
 * Throws PACKAGE_UNEXPECTED when another sender or another text comes under the number of a submission that is here.
 */
export async function receiveSubmission(
  kit: ServiceKit,
  store: Store,
  record: RecordFact,
  arrival: Arrival<SubmissionPayload>,
): Promise<string> {
  const { payload, sender } = arrival;
  const known = await store
    .selectFrom('review')
    .select(['id', 'senderKey', 'payload'])
    .where('submissionId', '=', payload.submissionId)
    .executeTakeFirst();
  if (known !== undefined) {
    const { contentHash } = submissionPayloadSchema.parse(JSON.parse(known.payload));
    if (known.senderKey !== sender.publicKey || contentHash !== payload.contentHash) {
      throw new DomainError('PACKAGE_UNEXPECTED', '编号和另一次送审相同');
    }
    record({ action: 'submission.receivedAgain', subject: 'review', subjectId: known.id, contentHash });
    return known.id;
  }
  const packageSha256 = await keepFile(kit, store, {
    name: arrival.name,
    mediaType: 'application/zip',
    bytes: arrival.bytes,
  });
  const id = kit.newId();
  await store
    .insertInto('review')
    .values({
      id,
      submissionId: payload.submissionId,
      payload: JSON.stringify(payload),
      senderKey: sender.publicKey,
      sender: `${sender.office} ${sender.person}`,
      packageSha256,
      aspects: '{}',
      conclusion: null,
      remark: '',
      opinionNumber: '',
      receivedBy: arrival.actorId,
      receivedAt: arrival.at,
      issuedAt: null,
      issuedBy: null,
      opinionSha256: null,
    })
    .execute();
  record({ action: 'submission.received', subject: 'review', subjectId: id, contentHash: payload.contentHash });
  return id;
}
