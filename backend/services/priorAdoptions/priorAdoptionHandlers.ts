import { requireKept } from '#backend/policies/requireKept.ts';
import { requirePossibleDates } from '#backend/policies/requirePossibleDates.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { kindOf } from '#backend/services/conventions/kindOf.ts';
import { workflowFacts } from '#backend/services/conventions/workflowFacts.ts';
import { readDraft } from '#backend/services/drafts/readDraft.ts';
import { keepScans } from '#backend/services/priorAdoptions/keepScans.ts';
import { presentPriorAdoption } from '#backend/services/priorAdoptions/presentPriorAdoption.ts';
import { readScans } from '#backend/services/priorAdoptions/readScans.ts';
import { scansOf } from '#backend/services/priorAdoptions/scansOf.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { newestVersionOf } from '#backend/services/versions/newestVersionOf.ts';
import { freezeVersion } from '#backend/services/versions/freezeVersion.ts';
import { takeStep } from '#backend/services/workflow/takeStep.ts';
import type { RecordFact } from '#backend/storage/auditChain.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { actionNames } from '#contract/names.ts';
import { refusalTexts } from '#contract/refusals.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { articleText } from '#core/document/articleText.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { DomainError } from '#core/errors.ts';

/** Texts that were adopted before or outside the application: registered as they are known, without a step that was not taken here. */
export function priorAdoptionHandlers(kit: ServiceKit) {
  return {
    get: registered.priorAdoptions.get.handler(async ({ input }) => {
      const found = await presentPriorAdoption(kit.store, input.conventionId);
      if (found === undefined) return null;
      const { id, registrarName, ...facts } = found;
      return { ...facts, registeredBy: registrarName, scans: await scansOf(kit.store, id) };
    }),

    register: registered.priorAdoptions.register.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const { scans: given, revision, ...facts } = input;
      const { conventionId, stage } = facts;
      requirePossibleDates(kit.clock.now(), { vote: facts.adoptedOn, filing: facts.filedOn, publication: facts.postedOn });
      if (stage === 'filing' && (facts.postedOn !== null || facts.place !== '')) {
        throw new DomainError('BAD_INPUT', '还没有公布的，不填公布的日期和地方');
      }
      const scans = await readScans(given);
      const actorId = context.actor.id;
      const at = kit.clock.now().toISOString();
      await kit.write(actorId, async (store, record) => {
        await requireKept(store, conventionId);
        const earlier = await presentPriorAdoption(store, conventionId);
        const versionId = earlier?.versionId ?? (await freezeDraft(store, record, { conventionId, revision, actorId, at }));
        const id = kit.newId();
        await store
          .insertInto('priorAdoption')
          .values({ ...facts, id, versionId, registeredBy: actorId, registeredAt: at })
          .execute();
        record({ action: 'priorAdoption.registered', subject: 'priorAdoption', subjectId: id });
        const action = stage === 'filing' ? 'registerAdopted' : 'registerPublished';
        await takeStep(store, record, { conventionId, action, actor: context.actor, at });
        await store
          .updateTable('convention')
          .set({ priorAdoptionId: id, ...(earlier === undefined ? { votingSince: at } : {}) })
          .where('id', '=', conventionId)
          .execute();
        await keepScans(kit, store, record, { priorAdoptionId: id, earlierId: earlier?.id, scans });
      });
      return { done: true as const };
    }),

    scan: registered.priorAdoptions.scan.handler(async ({ input }) => {
      const row = await kit.store
        .selectFrom('scan')
        .innerJoin('priorAdoption', 'priorAdoption.id', 'scan.priorAdoptionId')
        .select(['scan.name', 'scan.mediaType'])
        .where('priorAdoption.conventionId', '=', input.conventionId)
        .where('scan.sha256', '=', input.sha256)
        .orderBy('priorAdoption.registeredAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) throw new DomainError('NOT_FOUND', '这份扫描件');
      return new File([new Uint8Array(kit.files.get(input.sha256))], row.name, { type: row.mediaType });
    }),
  };

  /** The draft as a version, whose id is returned: the newest one where it holds this text already. */
  async function freezeDraft(
    store: Store,
    record: RecordFact,
    input: { conventionId: string; revision: number; actorId: string; at: string },
  ): Promise<string> {
    const { conventionId, revision, actorId, at } = input;
    const { stage, versionHash } = await workflowFacts(store, conventionId);
    if (stage !== 'drafting') {
      const isAdopted = stage === 'filing' || stage === 'published';
      throw new DomainError('WRONG_STAGE', refusalTexts[isAdopted ? 'ADOPTED_HERE' : 'WRONG_STAGE']);
    }
    const draft = await readDraft(store, conventionId);
    if (draft.revision !== revision) throw new DomainError('CONFLICT');
    // The outline that a convention starts from has articles without a word.
    const numbering = numberDocument(draft.document);
    const isWordless = articlesOf(draft.document).every(({ article }) => articleText(article, numbering).trim() === '');
    if (isWordless && !draft.document.content.some(({ type }) => type === 'verse')) {
      throw new DomainError('WRONG_STAGE', refusalTexts.TEXT_EMPTY);
    }
    if (draft.contentHash === versionHash) {
      const newest = await newestVersionOf(store, conventionId).select('id').executeTakeFirstOrThrow();
      return newest.id;
    }
    const reason = actionNames.registerPublished;
    const kind = await kindOf(store, conventionId);
    return freezeVersion(kit, store, record, { conventionId, kind, document: draft.document, reason, actorId, at });
  }
}
