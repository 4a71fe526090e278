import { isRegisteredVersion } from '#backend/services/priorAdoptions/isRegisteredVersion.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { Tables } from '#backend/storage/tables.ts';
import type { VersionSummary } from '#contract/conventions.ts';
import { isClearing, type Conclusion } from '#core/review/review.ts';

type StoredVersion = Omit<Tables['version'], 'document' | 'findings'>;

/** The columns of a version that a list needs; the text itself is left on disk. */
export const versionColumns = [
  'version.id',
  'version.conventionId',
  'version.number',
  'version.renderFormat',
  'version.contentHash',
  'version.verificationCode',
  'version.articleCount',
  'version.reason',
  'version.rulesVersion',
  'version.unlawfulFindings',
  'version.frozenBy',
  'version.frozenAt',
] as const;

async function personName(store: Store, id: string): Promise<string> {
  const row = await store.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '';
}

/** A version as lists show it; `conclusions` from conclusionsByHash. */
export async function summarizeVersion(
  store: Store,
  version: StoredVersion,
  conclusions: ReadonlyMap<string, Conclusion>,
): Promise<VersionSummary> {
  const conclusion = conclusions.get(version.contentHash) ?? null;
  return {
    id: version.id,
    number: version.number,
    reason: version.reason,
    frozenBy: await personName(store, version.frozenBy),
    frozenAt: version.frozenAt,
    articleCount: version.articleCount,
    contentHash: version.contentHash,
    renderFormat: version.renderFormat,
    verificationCode: version.verificationCode,
    conclusion,
    isCleared: conclusion !== null && isClearing(conclusion),
    unlawfulFindings: version.unlawfulFindings,
    isRegistered: await isRegisteredVersion(store, version.id),
  };
}
