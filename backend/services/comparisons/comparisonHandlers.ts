import { amendmentTablePrint } from '#backend/documents/export/amendmentTablePrint.ts';
import type { PrintDocument } from '#backend/documents/export/printDocument.ts';
import { printTitle } from '#backend/documents/export/printTitle.ts';
import { requireKept } from '#backend/policies/requireKept.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { composeStatement } from '#backend/services/comparisons/composeStatement.ts';
import { listReasons, presentReason, reasonRows } from '#backend/services/comparisons/listReasons.ts';
import { listReasonSources } from '#backend/services/comparisons/listReasonSources.ts';
import { pairRefusal, readPair, type ComparedPair, type PairInput } from '#backend/services/comparisons/readPair.ts';
import { spanOfChange } from '#backend/services/comparisons/spanOfChange.ts';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import { chineseDate } from '#backend/services/documents/chineseDate.ts';
import { localDay } from '#backend/services/installation/localDay.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { OfferedSource } from '#contract/comparisons.ts';
import type { ReasonSource } from '#core/comparison/amendment/changeReason.ts';
import { reasonText } from '#core/comparison/amendment/reasonText.ts';
import { suggestReasons } from '#core/comparison/amendment/suggestReasons.ts';
import { titleOf } from '#core/document/titleOf.ts';
import { DomainError } from '#core/errors.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function offered({ kind, id, reason, basis, origin }: ReasonSource): OfferedSource {
  return { kind, id, reason, basis, origin };
}

/** Throws BAD_INPUT when the old text is not the earlier one. */
function requireOrder(pair: ComparedPair): void {
  const refusal = pairRefusal(pair);
  if (refusal !== null) throw new DomainError('BAD_INPUT', refusal);
}

function requireWords({ reason, basis }: { reason: string; basis: string }): void {
  if (reason === '' && basis === '') throw new DomainError('BAD_INPUT', '理由和依据至少写一样');
}

/** Why a text was changed, and the papers that tell it: 条文对照表, 修订说明. */
export function comparisonHandlers(kit: ServiceKit) {
  const compare = ({ old, new: now }: ComparedPair, signal: AbortSignal | undefined) =>
    kit.workers.run('compare', { old: old.document, new: now.document }, signal);

  async function set(print: PrintDocument, format: keyof typeof mediaTypes, signal: AbortSignal | undefined): Promise<File> {
    const bytes = async () => {
      if (format === 'pdf') return kit.workers.run('typeset', print, signal);
      if (format === 'xlsx') {
        if (print.type !== 'amendmentTable') throw new Error(`No Excel file of ${print.type}`);
        const { amendmentTableToExcel } = await import('#backend/documents/export/amendmentTableToExcel.ts');
        return amendmentTableToExcel(print);
      }
      // Loaded with the first Word file: it is a large part of what the start would otherwise load.
      const { exportDocx } = await import('#backend/documents/export/exportDocx.ts');
      return exportDocx(print);
    };
    const name = printTitle(print).replace(/[《》]/gu, '');
    return new File([new Uint8Array(await bytes())], `${name}.${format}`, { type: mediaTypes[format] });
  }

  const today = () => chineseDate(localDay(kit.clock.now()));

  async function storedStatement(store: Store, conventionId: string, { old, new: now }: ComparedPair) {
    return store
      .selectFrom('amendmentStatement')
      .innerJoin('person', 'person.id', 'amendmentStatement.savedBy')
      .select(['text', 'revision', 'savedAt', 'person.name as savedBy'])
      .where('conventionId', '=', conventionId)
      .where('baseNumber', '=', old.number)
      .where('targetNumber', '=', now.number)
      .executeTakeFirst();
  }

  async function composed(input: PairInput, pair: ComparedPair, signal: AbortSignal | undefined): Promise<string> {
    return composeStatement(kit.store, input.conventionId, pair, await compare(pair, signal));
  }

  async function statement(input: PairInput, pair: ComparedPair, signal: AbortSignal | undefined) {
    return (
      (await storedStatement(kit.store, input.conventionId, pair)) ?? {
        text: await composed(input, pair, signal),
        revision: 0,
        savedBy: '',
        savedAt: null,
      }
    );
  }

  async function oneReason(id: string) {
    const row = await reasonRows(kit.store).where('changeReason.id', '=', id).executeTakeFirst();
    if (row === undefined) throw new DomainError('NOT_FOUND', '这条理由');
    return presentReason(row);
  }

  /** The convention of a reason, which must not be in the recycle bin. Throws NOT_FOUND. */
  async function requireReason(store: Store, reasonId: string): Promise<void> {
    const row = await store.selectFrom('changeReason').select('conventionId').where('id', '=', reasonId).executeTakeFirst();
    if (row === undefined) throw new DomainError('NOT_FOUND', '这条理由');
    await requireKept(store, row.conventionId);
  }

  return {
    reasons: registered.comparisons.reasons.handler(async ({ input, signal }) => {
      const pair = await readPair(kit.store, input);
      const refusal = pairRefusal(pair);
      if (refusal !== null) return { reasons: [], suggestions: [], sources: [], refusal };
      const reasons = await listReasons(kit.store, input.conventionId, pair);
      const { sources } = await listReasonSources(kit.store, input.conventionId, pair);
      const suggestions = suggestReasons(await compare(pair, signal), sources, reasons);
      return {
        reasons,
        suggestions: suggestions.map(({ place, source }) => ({ place, source: offered(source) })),
        sources: sources.map(offered),
        refusal: null,
      };
    }),

    addReason: registered.comparisons.addReason.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const { conventionId, place, kind, sourceId, reason, basis, origin } = input;
      if (kind !== 'meeting') requireWords(input);
      const pair = await readPair(kit.store, input);
      requireOrder(pair);
      if (kind !== 'drafter') {
        const { sources } = await listReasonSources(kit.store, conventionId, pair);
        if (!sources.some((source) => source.kind === kind && source.id === sourceId)) throw new DomainError('NOT_FOUND', '这项理由的来源');
      }
      const id = kit.newId();
      await kit.write(context.actor.id, async (store, record) => {
        await requireKept(store, conventionId);
        const values = { id, conventionId, place, source: kind, sourceId: kind === 'drafter' ? '' : sourceId, reason, basis, origin };
        await store
          .insertInto('changeReason')
          .values({
            ...values,
            ...(await spanOfChange(store, conventionId, pair, place)),
            writtenBy: context.actor.id,
            writtenAt: kit.clock.now().toISOString(),
            removedAt: null,
          })
          .execute();
        record({ action: 'changeReason.added', subject: 'changeReason', subjectId: id });
      });
      return oneReason(id);
    }),

    changeReason: registered.comparisons.changeReason.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const { reasonId, reason, basis, origin } = input;
      requireWords(input);
      await kit.write(context.actor.id, async (store, record) => {
        await requireReason(store, reasonId);
        await store
          .updateTable('changeReason')
          .set({ reason, basis, origin, writtenBy: context.actor.id, writtenAt: kit.clock.now().toISOString() })
          .where('id', '=', reasonId)
          .execute();
        record({ action: 'changeReason.changed', subject: 'changeReason', subjectId: reasonId });
      });
      return oneReason(reasonId);
    }),

    removeReason: registered.comparisons.removeReason.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const { reasonId, isRemoved } = input;
      await kit.write(context.actor.id, async (store, record) => {
        await requireReason(store, reasonId);
        const removedAt = isRemoved ? kit.clock.now().toISOString() : null;
        await store.updateTable('changeReason').set({ removedAt }).where('id', '=', reasonId).execute();
        record({ action: isRemoved ? 'changeReason.removed' : 'changeReason.restored', subject: 'changeReason', subjectId: reasonId });
      });
      return { done: true as const };
    }),

    table: registered.comparisons.table.handler(async ({ input, context, signal }) => {
      const { conventionId, format, ...layout } = input;
      const pair = await readPair(kit.store, input);
      const reasons = await listReasons(kit.store, conventionId, pair);
      const print = amendmentTablePrint(await compare(pair, signal), layout, {
        conventionTitle: titleOf(pair.new.document),
        oldName: pair.old.name,
        newName: pair.new.name,
        date: today(),
        identity: `${context.actor.office} ${context.actor.person}`,
        reasonOf: (places) => reasonText(reasons.filter(({ place }) => places.includes(place))),
      });
      return set(print, format, signal);
    }),

    statement: registered.comparisons.statement.handler(async ({ input, signal }) => {
      const pair = await readPair(kit.store, input);
      requireOrder(pair);
      return statement(input, pair, signal);
    }),

    composeStatement: registered.comparisons.composeStatement.handler(async ({ input, signal }) => {
      const pair = await readPair(kit.store, input);
      requireOrder(pair);
      return { text: await composed(input, pair, signal) };
    }),

    saveStatement: registered.comparisons.saveStatement.handler(async ({ input, context, signal }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      const pair = await readPair(kit.store, input);
      requireOrder(pair);
      const { conventionId, text } = input;
      await kit.write(context.actor.id, async (store, record) => {
        await requireKept(store, conventionId);
        const before = await storedStatement(store, conventionId, pair);
        if ((before?.revision ?? 0) !== input.revision) throw new DomainError('CONFLICT');
        const values = { text, revision: input.revision + 1, savedBy: context.actor.id, savedAt: kit.clock.now().toISOString() };
        await store
          .insertInto('amendmentStatement')
          .values({ conventionId, baseNumber: pair.old.number, targetNumber: pair.new.number, ...values })
          .onConflict((conflict) => conflict.columns(['conventionId', 'baseNumber', 'targetNumber']).doUpdateSet(values))
          .execute();
        record({ action: 'amendmentStatement.saved', subject: 'convention', subjectId: conventionId });
      });
      return statement(input, pair, signal);
    }),

    statementFile: registered.comparisons.statementFile.handler(async ({ input, context, signal }) => {
      const pair = await readPair(kit.store, input);
      requireOrder(pair);
      const row = await conventionRows(kit.store).where('convention.id', '=', input.conventionId).executeTakeFirstOrThrow();
      const { text } = await statement(input, pair, signal);
      const print: PrintDocument = {
        type: 'amendmentStatement',
        conventionTitle: titleOf(pair.new.document),
        date: today(),
        text,
        office: `${row.village}${row.kind === 'village' ? '村民委员会' : '居民委员会'}`,
        identity: `${context.actor.office} ${context.actor.person}`,
      };
      return set(print, input.format, signal);
    }),
  };
}
