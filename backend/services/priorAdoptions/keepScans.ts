import { keepFile } from '#backend/services/documents/keepFile.ts';
import type { ReadScan } from '#backend/services/priorAdoptions/readScans.ts';
import { scansOf } from '#backend/services/priorAdoptions/scansOf.ts';
import type { ServiceKit } from '#backend/services/serviceKit.ts';
import type { RecordFact } from '#backend/storage/auditChain.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { DomainError } from '#core/errors.ts';

/**
 * Keeps the scans of a registration in their order. `earlierId`: the registration that this one corrects; only its scans may be
 * named by their hash. Throws NOT_FOUND for another one.
 */
export async function keepScans(
  kit: ServiceKit,
  store: Store,
  record: RecordFact,
  input: { priorAdoptionId: string; earlierId: string | undefined; scans: readonly ReadScan[] },
): Promise<void> {
  const earlier = input.earlierId === undefined ? [] : await scansOf(store, input.earlierId);
  for (const [index, scan] of input.scans.entries()) {
    const kept = 'sha256' in scan ? earlier.find(({ sha256 }) => sha256 === scan.sha256) : undefined;
    if ('sha256' in scan && kept === undefined) throw new DomainError('NOT_FOUND', '这份扫描件');
    const { name, mediaType } = 'bytes' in scan ? scan : { name: kept?.name ?? '', mediaType: kept?.mediaType ?? '' };
    const sha256 = 'bytes' in scan ? await keepFile(kit, store, scan) : scan.sha256;
    if ('bytes' in scan) record({ action: 'scan.kept', subject: 'attachment', subjectId: sha256 });
    await store
      .insertInto('scan')
      .values({ priorAdoptionId: input.priorAdoptionId, sequence: index + 1, kind: scan.kind, name, mediaType, sha256 })
      .execute();
  }
}
