import type { ServiceKit } from '#backend/services/serviceKit.ts';
import type { Store } from '#backend/storage/openDatabase.ts';

/** Keeps a file under its SHA-256, which is returned; the same bytes are kept once. */
export async function keepFile(
  kit: ServiceKit,
  store: Store,
  file: { name: string; mediaType: string; bytes: Uint8Array },
): Promise<string> {
  const sha256 = kit.files.put(file.bytes);
  await store
    .insertInto('attachment')
    .values({
      sha256,
      name: file.name,
      mediaType: file.mediaType,
      bytes: file.bytes.length,
      addedAt: kit.clock.now().toISOString(),
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  return sha256;
}
