import { requireKept } from '#backend/policies/requireKept.ts';
import { kindOf } from '#backend/services/conventions/kindOf.ts';
import { readDraft } from '#backend/services/drafts/readDraft.ts';
import { writeDraft } from '#backend/services/drafts/writeDraft.ts';
import type { ServiceKit } from '#backend/services/serviceKit.ts';
import { freezeVersion } from '#backend/services/versions/freezeVersion.ts';
import { readVersion } from '#backend/services/versions/readVersion.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { restoreArticles } from '#core/comparison/restoreArticles.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';
import { DomainError } from '#core/errors.ts';

type RestoreInput = { versionId: string; articleIds: readonly string[]; replaced: readonly { id: string; text: string }[] };

/** Whether each of the draft's articles stands word for word, marks included, in some version, so that it can be had back from there. */
async function areKept(store: Store, conventionId: string, draft: ConventionDocument, ids: readonly string[]): Promise<boolean> {
  const missing = new Set(articlesOf(draft).flatMap(({ article }) => (ids.includes(article.attrs.id) ? [JSON.stringify(article)] : [])));
  if (missing.size === 0) return true;
  const rows = await store.selectFrom('version').select('document').where('conventionId', '=', conventionId).orderBy('number', 'desc').execute();
  for (const { document } of rows) {
    for (const { article } of articlesOf(documentSchema.parse(JSON.parse(document)))) missing.delete(JSON.stringify(article));
    if (missing.size === 0) return true;
  }
  return false;
}

/**
 * Puts articles of a version back into the draft; nothing that they replace is lost. Throws CONFLICT when the draft is no longer
 * what the caller compared, WRONG_STAGE where the text does not allow it, BAD_INPUT when the draft holds undecided suggestions
 * and would have to be frozen.
 */
export async function restoreArticlesOf(
  kit: ServiceKit,
  actorId: string,
  { versionId, articleIds, replaced }: RestoreInput,
  signal: AbortSignal | undefined,
): Promise<{ revision: number; keptAs: number | null }> {
  const version = await readVersion(kit.store, versionId);
  const { conventionId } = version;
  const seen = await readDraft(kit.store, conventionId);
  const { rows } = await kit.workers.run('compare', { old: version.document, new: seen.document }, signal);
  const row = rows.find(
    ({ oldArticles, newArticles }) =>
      oldArticles.length === articleIds.length &&
      oldArticles.every(({ id }, order) => id === articleIds[order]) &&
      newArticles.length === replaced.length &&
      newArticles.every(({ id, text }, order) => id === replaced[order]?.id && text === replaced[order]?.text),
  );
  if (row === undefined) throw new DomainError('CONFLICT');
  const document = restoreArticles(version.document, seen.document, rows, row, kit.newId);
  const at = kit.clock.now().toISOString();
  return kit.write(actorId, async (store, record) => {
    await requireKept(store, conventionId);
    const draft = await readDraft(store, conventionId);
    if (draft.revision !== seen.revision) throw new DomainError('CONFLICT');
    let keptAs: number | null = null;
    if (!(await areKept(store, conventionId, draft.document, replaced.map(({ id }) => id)))) {
      const kind = await kindOf(store, conventionId);
      const reason = `恢复第 ${version.number} 版条文之前的草案`;
      const frozen = await freezeVersion(kit, store, record, { conventionId, kind, document: draft.document, reason, actorId, at });
      keptAs = (await readVersion(store, frozen)).number;
    }
    const saved = await writeDraft(store, { conventionId, document, baseRevision: draft.revision, actorId, at });
    record({ action: 'version.articleRestored', subject: 'version', subjectId: version.id, contentHash: saved.contentHash });
    return { revision: saved.revision, keptAs };
  });
}
