import { sql } from 'kysely';
import { blankDocument } from '#backend/services/conventions/blankDocument.ts';
import { createConvention } from '#backend/services/conventions/createConvention.ts';
import { createSampleConvention } from '#backend/services/conventions/createSampleConvention.ts';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import { describeConvention } from '#backend/services/conventions/describeConvention.ts';
import { findRegion } from '#backend/services/conventions/findRegion.ts';
import { readStage } from '#backend/services/conventions/readStage.ts';
import { requireKept } from '#backend/policies/requireKept.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { DomainError } from '#core/errors.ts';

/** Conventions as a list and one by one; discarding puts one into the recycle bin. */
export function conventionHandlers(kit: ServiceKit) {
  const setDiscarded = async (conventionId: string, actorId: string, discardedAt: string | null) => {
    await kit.write(actorId, async (store, record) => {
      const result = await store
        .updateTable('convention')
        .set({ discardedAt })
        .where('id', '=', conventionId)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw new DomainError('NOT_FOUND', '这份村规民约');
      const action = discardedAt === null ? 'convention.restored' : 'convention.discarded';
      record({ action, subject: 'convention', subjectId: conventionId });
    });
    return { done: true as const };
  };

  return {
    list: registered.conventions.list.handler(async ({ input }) => {
      let query = conventionRows(kit.store).where('convention.discardedAt', input.discarded ? 'is not' : 'is', null);
      // Without the joins it is answered from an index alone: every convention has a region.
      let count = kit.store
        .selectFrom('convention')
        .select((expression) => expression.fn.countAll<number>().as('total'))
        .where('convention.discardedAt', input.discarded ? 'is not' : 'is', null);
      if (input.query !== undefined && input.query !== '') {
        const like = `%${input.query.replace(/[\\%_]/gu, String.raw`\$&`)}%`;
        const found = sql<boolean>`(convention.title LIKE ${like} ESCAPE '\\' OR region.name LIKE ${like} ESCAPE '\\' OR ifnull(parent.name, '') LIKE ${like} ESCAPE '\\')`;
        query = query.where(found);
        count = count
          .where('convention.id', 'in', conventionRows(kit.store).clearSelect().select('convention.id').where(found));
      }
      const { total } = await count.executeTakeFirstOrThrow();
      const rows = await query
        .orderBy('convention.updatedAt', 'desc')
        .orderBy('convention.id')
        .limit(input.limit)
        .offset(input.offset)
        .execute();
      const open = await openCommentCounts(rows.map((row) => row.id));
      return {
        total,
        conventions: rows.map(({ priorAdoptionId, ...row }) => ({
          ...row,
          township: row.township ?? '',
          stage: readStage(row.stage),
          isSample: row.isSample === 1,
          isRegistered: priorAdoptionId !== null,
          openComments: open.get(row.id) ?? 0,
        })),
      };
    }),

    get: registered.conventions.get.handler(({ input, context }) =>
      describeConvention(kit.store, input.conventionId, context.actor),
    ),

    create: registered.conventions.create.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      if (input.attachment !== undefined) {
        const { attachment } = input;
        const kept = await kit.store.selectFrom('attachment').select('sha256').where('sha256', '=', attachment).executeTakeFirst();
        if (kept === undefined) throw new DomainError('NOT_FOUND', '导入的原件');
      }
      const conventionId = await createConvention(kit, context.actor.id, {
        village: input.village,
        township: input.township,
        kind: input.kind,
        document: input.document ?? blankDocument(input.village, input.kind, kit.newId),
        sourceSha256: input.attachment,
        suggestions: input.suggestions ?? [],
        fileComments: input.fileComments ?? [],
      });
      return { conventionId };
    }),

    createSample: registered.conventions.createSample.handler(async ({ context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      return { conventionId: await createSampleConvention(kit, context.actor.id) };
    }),

    update: registered.conventions.update.handler(async ({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      await kit.write(context.actor.id, async (store, record) => {
        await requireKept(store, input.conventionId);
        const regionId = await findRegion(store, kit.newId, input.village, input.township);
        await store
          .updateTable('convention')
          .set({ regionId, kind: input.kind, updatedAt: kit.clock.now().toISOString() })
          .where('id', '=', input.conventionId)
          .execute();
        record({ action: 'convention.updated', subject: 'convention', subjectId: input.conventionId });
      });
      return { done: true as const };
    }),

    discard: registered.conventions.discard.handler(({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      return setDiscarded(input.conventionId, context.actor.id, kit.clock.now().toISOString());
    }),

    restore: registered.conventions.restore.handler(({ input, context }) => {
      requireRole(context.actor, 'drafter', 'registrar');
      return setDiscarded(input.conventionId, context.actor.id, null);
    }),
  };

  async function openCommentCounts(ids: string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await kit.store
      .selectFrom('comment')
      .leftJoin('reply', 'reply.commentId', 'comment.id')
      .select((expression) => [
        'comment.conventionId',
        expression.fn.count<number>('comment.id').distinct().as('open'),
      ])
      .where('comment.conventionId', 'in', ids)
      .where('comment.withdrawnFor', 'is', null)
      .where('reply.id', 'is', null)
      .groupBy('comment.conventionId')
      .execute();
    return new Map(rows.map((row) => [row.conventionId, row.open]));
  }
}
