import { newestVersionOf } from '#backend/services/versions/newestVersionOf.ts';
import type { ServiceKit } from '#backend/services/serviceKit.ts';
import { documentFacts } from '#backend/services/conventions/documentFacts.ts';
import { listDismissals } from '#backend/services/legality/listDismissals.ts';
import type { RecordFact } from '#backend/storage/auditChain.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { ConventionDocument, ConventionKind } from '#core/document/document.ts';
import { openSuggestions } from '#core/document/suggestions/openSuggestions.ts';
import { hasBody } from '#core/document/hasBody.ts';
import { verificationCode } from '#core/document/verificationCode.ts';
import { DomainError } from '#core/errors.ts';
import { checkDocument } from '#core/legality/checkDocument.ts';
import { dismissalOf } from '#core/legality/dismissalOf.ts';

/** Throws WRONG_STAGE while suggested insertions or deletions are undecided. */
export function requireDecided(document: ConventionDocument): void {
  const open = openSuggestions(document).length;
  if (open > 0) throw new DomainError('WRONG_STAGE', `还有 ${open} 处修订没有接受或拒绝，先在正文右边的“修订”里处理完`);
}

/**
 * Makes a document the next immutable version of its convention, with the findings of the rules of this day, and returns
 * its id. Throws WRONG_STAGE while suggested insertions or deletions are undecided (a version has no two readings), for
 * a text without articles or verse and for one that is the newest version already.
 */
export async function freezeVersion(
  kit: ServiceKit,
  store: Store,
  record: RecordFact,
  input: {
    conventionId: string;
    kind: ConventionKind;
    document: ConventionDocument;
    reason: string;
    actorId: string;
    at: string;
  },
): Promise<string> {
  requireDecided(input.document);
  const facts = documentFacts(input.document);
  if (!hasBody(input.document)) throw new DomainError('WRONG_STAGE', '正文还没有条款');
  const newest = await newestVersionOf(store, input.conventionId).select(['number', 'document']).executeTakeFirst();
  const document = JSON.stringify(input.document);
  // A second click on the same button makes no second version.
  if (newest?.document === document) throw new DomainError('WRONG_STAGE', `文字和第 ${newest.number} 版一样，不用另存`);
  const findings = checkDocument(input.document, input.kind, kit.rules);
  const dismissals = await listDismissals(store, input.conventionId);
  const id = kit.newId();
  await store
    .insertInto('version')
    .values({
      id,
      conventionId: input.conventionId,
      number: (newest?.number ?? 0) + 1,
      document,
      renderFormat: facts.renderFormat,
      contentHash: facts.contentHash,
      verificationCode: verificationCode(facts.contentHash),
      articleCount: facts.articleCount,
      reason: input.reason,
      findings: JSON.stringify(findings),
      rulesVersion: kit.rules.version,
      unlawfulFindings: findings.filter((finding) => finding.severity === 'unlawful' && dismissalOf(finding, dismissals) === undefined).length,
      frozenBy: input.actorId,
      frozenAt: input.at,
    })
    .execute();
  record({ action: 'version.frozen', subject: 'version', subjectId: id, contentHash: facts.contentHash });
  return id;
}
