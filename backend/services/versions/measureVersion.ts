import { readDraft } from '#backend/services/drafts/readDraft.ts';
import type { ServiceKit } from '#backend/services/serviceKit.ts';
import { newestVersionOf } from '#backend/services/versions/newestVersionOf.ts';
import { readVersion, readVersionOf } from '#backend/services/versions/readVersion.ts';
import { measureChanges, type ChangeMeasure } from '#core/comparison/measureChanges.ts';

/** How much a version, or the draft when none is named, changed against the version before it. Null when there is none. */
export async function measureVersion(
  kit: ServiceKit,
  { conventionId, versionId }: { conventionId: string; versionId?: string | undefined },
  signal: AbortSignal | undefined,
): Promise<{ against: number; changes: ChangeMeasure } | null> {
  const now = versionId === undefined ? undefined : await readVersionOf(kit.store, conventionId, versionId);
  const { document } = now ?? (await readDraft(kit.store, conventionId));
  const before = await newestVersionOf(kit.store, conventionId)
    .select('id')
    .where('number', '<', now?.number ?? Number.MAX_SAFE_INTEGER)
    .executeTakeFirst();
  if (before === undefined) return null;
  const previous = await readVersion(kit.store, before.id);
  const comparison = await kit.workers.run('compare', { old: previous.document, new: document }, signal);
  return { against: previous.number, changes: measureChanges(comparison) };
}
