import { createSigningKey, fingerprint } from '#backend/exchange/signingKey.ts';
import { createSampleConvention } from '#backend/services/conventions/createSampleConvention.ts';
import { currentActor } from '#backend/services/installation/currentActor.ts';
import { localDay } from '#backend/services/installation/localDay.ts';
import { open, registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import { verifyAuditChain } from '#backend/storage/auditChain.ts';
import { DomainError } from '#core/errors.ts';

/** Who works here, and the keeping of the data: identity, backups, record of actions, known senders. */
export function installationHandlers(kit: ServiceKit) {
  const describe = async () => {
    const row = await kit.store.selectFrom('installation').select(['publicKey', 'registeredAt']).executeTakeFirst();
    const actor = await currentActor(kit.store);
    if (row === undefined || actor === undefined) return null;
    return {
      person: actor.person,
      office: actor.office,
      roles: [...actor.roles],
      publicKey: row.publicKey,
      fingerprint: fingerprint(row.publicKey),
      registeredAt: row.registeredAt,
    };
  };

  /** Copying the file waits for the write that is under way, and the next one waits for the copy. */
  const alone = <Result>(work: () => Promise<Result>) => kit.store.connection().execute(work);

  const describeRegistered = async () => {
    const installation = await describe();
    if (installation === null) throw new Error('Registered, but not stored');
    return installation;
  };

  return {
    installation: {
      status: open.installation.status.handler(async () => ({
        installation: await describe(),
        today: localDay(kit.clock.now()),
        version: kit.applicationVersion,
        dataFolder: kit.dataFolder,
        rules: { version: kit.rules.version, date: kit.rules.date, count: kit.rules.rules.length },
        notices: [...kit.notices],
      })),

      register: open.installation.register.handler(async ({ input }) => {
        const id = kit.newId();
        const at = kit.clock.now().toISOString();
        const key = createSigningKey();
        await kit.write(id, async (store, record) => {
          if ((await currentActor(store)) !== undefined) throw new DomainError('CONFLICT');
          const { person: name, office } = input;
          const roles = JSON.stringify(input.roles);
          await store.insertInto('person').values({ id, name, office, roles, registeredAt: at }).execute();
          await store.insertInto('installation').values({ id: 1, personId: id, ...key, registeredAt: at }).execute();
          record({ action: 'installation.registered', subject: 'person', subjectId: id });
        });
        if (input.withSample) await createSampleConvention(kit, id);
        return describeRegistered();
      }),

      /** Another person is another row: what the former one did keeps his name. */
      update: registered.installation.update.handler(async ({ input, context }) => {
        const id = kit.newId();
        const at = kit.clock.now().toISOString();
        await kit.write(context.actor.id, async (store, record) => {
          const { person: name, office } = input;
          const roles = JSON.stringify(input.roles);
          await store.insertInto('person').values({ id, name, office, roles, registeredAt: at }).execute();
          await store.updateTable('installation').set({ personId: id }).execute();
          record({ action: 'installation.updated', subject: 'person', subjectId: id });
        });
        return describeRegistered();
      }),
    },

    backups: {
      list: registered.backups.list.handler(() => kit.backups.list()),
      create: registered.backups.create.handler(async () => ({ name: await alone(() => kit.backups.create()) })),
      restore: registered.backups.restore.handler(async ({ input, context }) => {
        await alone(() => kit.backups.restore(input.name));
        await kit.write(context.actor.id, async (_store, record) => {
          record({ action: 'backup.restored', subject: 'installation', subjectId: '1' });
        });
        return { done: true as const };
      }),
    },

    audit: {
      list: registered.audit.list.handler(async ({ input }) => {
        let query = kit.store
          .selectFrom('auditEntry')
          .leftJoin('person', 'person.id', 'auditEntry.actorId')
          .select(['sequence', 'at', 'action', 'subject', 'subjectId', 'hash', 'person.name as actor'])
          .orderBy('sequence', 'desc')
          .limit(input.limit);
        if (input.before !== undefined) query = query.where('sequence', '<', input.before);
        const rows = await query.execute();
        return rows.map((row) => ({ ...row, actor: row.actor ?? '' }));
      }),
      verify: registered.audit.verify.handler(() => verifyAuditChain(kit.store)),
    },

    contacts: {
      list: registered.contacts.list.handler(async () => {
        const rows = await kit.store.selectFrom('contact').selectAll().orderBy('acceptedAt', 'desc').execute();
        return rows.map(({ publicKey, ...contact }) => ({ ...contact, fingerprint: fingerprint(publicKey) }));
      }),
    },
  };
}
