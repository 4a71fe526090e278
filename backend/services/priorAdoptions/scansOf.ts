import { z } from 'zod';
import type { Store } from '#backend/storage/openDatabase.ts';
import { scanKinds } from '#core/workflow/priorAdoption.ts';

const kindSchema = z.enum(scanKinds);

/** The scans that are kept with a registration, in the order in which they were added. */
export async function scansOf(store: Store, priorAdoptionId: string) {
  const rows = await store
    .selectFrom('scan')
    .select(['sha256', 'kind', 'name', 'mediaType'])
    .where('priorAdoptionId', '=', priorAdoptionId)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({ ...row, kind: kindSchema.parse(row.kind) }));
}
