import { keepFile } from '#backend/services/documents/keepFile.ts';
import type { Arrival } from '#backend/services/reviews/receiveSubmission.ts';
import type { ServiceKit } from '#backend/services/serviceKit.ts';
import type { RecordFact } from '#backend/storage/auditChain.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { DomainError } from '#core/errors.ts';
import type { OpinionPayload } from '#core/exchange/package.ts';
import { issueRefusal } from '#core/review/issueRefusal.ts';

/**
 * Takes in an opinion on a submission that was sent from here. The same opinion a second time changes nothing.
 * Throws PACKAGE_UNEXPECTED when it answers no submission of ours, covers another text than the one we sent, or
 * draws a conclusion that its own annotations and aspects deny.
 */
export async function receiveOpinion(
  kit: ServiceKit,
  store: Store,
  record: RecordFact,
  arrival: Arrival<OpinionPayload>,
): Promise<{ conventionId: string; opinionId: string }> {
  const { payload, sender } = arrival;
  const submission = await store
    .selectFrom('submission')
    .innerJoin('version', 'version.id', 'submission.versionId')
    .select(['submission.conventionId', 'submission.round', 'version.contentHash'])
    .where('submission.id', '=', payload.submissionId)
    .executeTakeFirst();
  if (submission === undefined) throw new DomainError('PACKAGE_UNEXPECTED', '没有对应的送审');
  if (submission.conventionId !== payload.conventionId) throw new DomainError('PACKAGE_UNEXPECTED', '没有对应的送审');
  if (submission.contentHash !== payload.contentHash) {
    throw new DomainError('PACKAGE_UNEXPECTED', '意见书审查的文本不是送审的文本');
  }
  // What may not be issued here is not believed when it comes from elsewhere.
  if (issueRefusal({ isIssued: false, ...payload }) !== null) throw new DomainError('PACKAGE_UNEXPECTED', '结论和批注、查验结果对不上');
  const { conventionId } = submission;
  const known = await store
    .selectFrom('opinion')
    .select(['id', 'submissionId', 'publicKey'])
    .where('id', '=', payload.opinionId)
    .executeTakeFirst();
  if (known !== undefined) {
    if (known.submissionId !== payload.submissionId || known.publicKey !== sender.publicKey) {
      throw new DomainError('PACKAGE_UNEXPECTED', '编号和另一份意见书相同');
    }
    record({ action: 'opinion.receivedAgain', subject: 'opinion', subjectId: known.id, contentHash: payload.contentHash });
    return { conventionId, opinionId: known.id };
  }
  const packageSha256 = await keepFile(kit, store, {
    name: arrival.name,
    mediaType: 'application/zip',
    bytes: arrival.bytes,
  });
  await store
    .insertInto('opinion')
    .values({
      id: payload.opinionId,
      conventionId,
      submissionId: payload.submissionId,
      form: 'electronic',
      opinionNumber: payload.opinionNumber,
      contentHash: payload.contentHash,
      round: submission.round,
      receivedOn: payload.receivedOn,
      issuedOn: payload.issuedOn,
      aspects: JSON.stringify(payload.aspects),
      conclusion: payload.conclusion,
      remark: payload.remark,
      annotations: JSON.stringify(payload.annotations),
      reviewer: sender.person,
      office: sender.office,
      publicKey: sender.publicKey,
      packageSha256,
      importedBy: arrival.actorId,
      importedAt: arrival.at,
    })
    .execute();
  record({
    action: 'opinion.received',
    subject: 'opinion',
    subjectId: payload.opinionId,
    contentHash: payload.contentHash,
  });
  return { conventionId, opinionId: payload.opinionId };
}
