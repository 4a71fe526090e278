import type { Actor } from '#backend/services/serviceKit.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { Sender } from '#core/exchange/package.ts';

/** Who signs a package here, with the private key to sign it. */
export async function senderOf(store: Store, actor: Actor): Promise<{ sender: Sender; privateKey: string }> {
  const { publicKey, privateKey } = await store
    .selectFrom('installation')
    .select(['publicKey', 'privateKey'])
    .executeTakeFirstOrThrow();
  return { sender: { person: actor.person, office: actor.office, publicKey }, privateKey };
}
