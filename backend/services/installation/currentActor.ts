import { z } from 'zod';
import type { Actor } from '#backend/services/serviceKit.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { roles } from '#core/workflow/workflow.ts';

const storedRoles = z.array(z.enum(roles));

/** The person declared on this computer; undefined before the first start is finished. */
export async function currentActor(store: Store): Promise<Actor | undefined> {
  const row = await store
    .selectFrom('installation')
    .innerJoin('person', 'person.id', 'installation.personId')
    .select(['person.id', 'person.name', 'person.office', 'person.roles'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { id: row.id, person: row.name, office: row.office, roles: storedRoles.parse(JSON.parse(row.roles)) };
}
