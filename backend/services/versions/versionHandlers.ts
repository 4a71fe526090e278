import { kindOf } from '#backend/services/conventions/kindOf.ts';
import { conclusionsByHash } from '#backend/services/conventions/conclusionsByHash.ts';
import { readDraft } from '#backend/services/drafts/readDraft.ts';
import { writeDraft } from '#backend/services/drafts/writeDraft.ts';
import { requireKept } from '#backend/policies/requireKept.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { freezeVersion, requireDecided } from '#backend/services/versions/freezeVersion.ts';
import { measureVersion } from '#backend/services/versions/measureVersion.ts';
import { readVersion, readVersionOf } from '#backend/services/versions/readVersion.ts';
import { restoreArticlesOf } from '#backend/services/versions/restoreArticlesOf.ts';
import { summarizeVersion, versionColumns } from '#backend/services/versions/summarizeVersion.ts';
import { versionMarks } from '#backend/services/versions/versionMarks.ts';
import { DomainError } from '#core/errors.ts';

/** Immutable snapshots: made from the draft, listed, compared, copied back. */
export function versionHandlers(kit: ServiceKit) {
  const summarize = async (versionId: string) => {
    const version = await readVersion(kit.store, versionId);
    return summarizeVersion(kit.store, version, await conclusionsByHash(kit.store, version.conventionId));
  };

  return {
    list: registered.versions.list.handler(async ({ input }) => {
      const rows = await kit.store
        .selectFrom('version')
        .select(versionColumns)
        .where('conventionId', '=', input.conventionId)
        .orderBy('number', 'desc')
        .execute();
      const conclusions = await conclusionsByHash(kit.store, input.conventionId);
      return Promise.all(rows.map((row) => summarizeVersion(kit.store, row, conclusions)));
    }),

    get: registered.versions.get.handler(async ({ input }) => {
      const version = await readVersion(kit.store, input.versionId);
      const summary = await summarize(version.id);
      return { ...summary, conventionId: version.conventionId, document: version.document };
    }),

    freeze: registered.versions.freeze.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const { conventionId, reason } = input;
      const actorId = context.actor.id;
      const at = kit.clock.now().toISOString();
      const versionId = await kit.write(actorId, async (store, record) => {
        await requireKept(store, conventionId);
        const draft = await readDraft(store, conventionId);
        if (draft.revision !== input.revision) throw new DomainError('CONFLICT');
        const kind = await kindOf(store, conventionId);
        return freezeVersion(kit, store, record, { conventionId, kind, document: draft.document, reason, actorId, at });
      });
      return summarize(versionId);
    }),

    compare: registered.versions.compare.handler(async ({ input, signal }) => {
      const side = async (versionId: string | undefined) =>
        versionId === undefined
          ? (await readDraft(kit.store, input.conventionId)).document
          : (await readVersionOf(kit.store, input.conventionId, versionId)).document;
      const pair = { old: await side(input.oldVersionId), new: await side(input.newVersionId) };
      return kit.workers.run('compare', pair, signal);
    }),

    compareTexts: registered.versions.compareTexts.handler(({ input, signal }) => kit.workers.run('compare', input, signal)),

    marks: registered.versions.marks.handler(({ input }) => versionMarks(kit.store, input.conventionId)),

    measure: registered.versions.measure.handler(({ input, signal }) => measureVersion(kit, input, signal)),

    restoreArticles: registered.versions.restoreArticles.handler(({ input, context, signal }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      return restoreArticlesOf(kit, context.actor.id, input, signal);
    }),

    restore: registered.versions.restore.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const actorId = context.actor.id;
      const at = kit.clock.now().toISOString();
      return kit.write(actorId, async (store, record) => {
        const version = await readVersion(store, input.versionId);
        const { conventionId } = version;
        await requireKept(store, conventionId);
        const draft = await readDraft(store, conventionId);
        requireDecided(draft.document);
        const frozen = await store
          .selectFrom('version')
          .select('id')
          .where('conventionId', '=', conventionId)
          .where('contentHash', '=', draft.contentHash)
          .executeTakeFirst();
        if (frozen === undefined) {
          const kind = await kindOf(store, conventionId);
          const reason = `换回第 ${version.number} 版之前的草案`;
          await freezeVersion(kit, store, record, { conventionId, kind, document: draft.document, reason, actorId, at });
        }
        const { document } = version;
        const saved = await writeDraft(store, { conventionId, document, baseRevision: draft.revision, actorId, at });
        record({ action: 'version.restored', subject: 'version', subjectId: version.id, contentHash: saved.contentHash });
        return { revision: saved.revision };
      });
    }),
  };
}
