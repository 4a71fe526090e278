import { openPackage } from '#backend/exchange/openPackage.ts';
import { packagePayload, type PackagePayload } from '#backend/exchange/packagePayload.ts';
import { fingerprint } from '#backend/exchange/signingKey.ts';
import { requireRole } from '#backend/policies/requireRole.ts';
import { receiveOpinion } from '#backend/services/opinions/receiveOpinion.ts';
import { receiveSubmission } from '#backend/services/reviews/receiveSubmission.ts';
import { registered, type ServiceKit } from '#backend/services/serviceKit.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { limits } from '#contract/limits.ts';
import { titleOf } from '#core/document/titleOf.ts';
import { DomainError } from '#core/errors.ts';
import { isSamePerson } from '#core/review/isSamePerson.ts';

/** What a package is about, in the words of the one who receives it. */
async function subjectOf(store: Store, payload: PackagePayload): Promise<string> {
  if (payload.kind === 'submission') {
    const { document, village, round } = payload.payload;
    return `${titleOf(document) || village}，第 ${round} 轮送审`;
  }
  const { conventionId, opinionNumber, round } = payload.payload;
  const convention = await store.selectFrom('convention').select('title').where('id', '=', conventionId).executeTakeFirst();
  return [convention?.title, `第 ${round} 轮审查意见书`, opinionNumber].filter(Boolean).join('，');
}

/** Packages from other installations: verified first, taken in all or nothing. */
export function packageHandlers(kit: ServiceKit) {
  const read = async (file: File) => {
    if (file.size > limits.packageBytes) throw new DomainError('FILE_TOO_LARGE');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const opened = openPackage(bytes);
    return { bytes, name: file.name, opened, payload: packagePayload(opened) };
  };

  const isOwnKey = async (publicKey: string) =>
    (await kit.store.selectFrom('installation').select('publicKey').executeTakeFirst())?.publicKey === publicKey;

  const isKnown = async (store: Store, publicKey: string) =>
    (await store.selectFrom('contact').select('id').where('publicKey', '=', publicKey).executeTakeFirst()) !==
    undefined;

  return {
    inspect: registered.packages.inspect.handler(async ({ input }) => {
      const { opened, payload } = await read(input.file);
      const { sender, createdAt } = opened.manifest;
      const isOwn = await isOwnKey(sender.publicKey);
      return {
        kind: payload.kind,
        person: sender.person,
        office: sender.office,
        fingerprint: fingerprint(sender.publicKey),
        isKnownSender: isOwn || (await isKnown(kit.store, sender.publicKey)),
        isOwn,
        createdAt,
        subject: await subjectOf(kit.store, payload),
      };
    }),

    receive: registered.packages.receive.handler(async ({ input, context }) => {
      const { bytes, name, opened, payload } = await read(input.file);
      requireRole(context.actor, payload.kind === 'submission' ? 'reviewer' : 'drafter');
      const { sender } = opened.manifest;
      const isOwn = await isOwnKey(sender.publicKey);
      // Nobody reviews his own submission, and nobody clears his own text.
      if (isOwn) throw new DomainError('NOT_ALLOWED', '这个送审包是本机自己做的，要由别的单位审查');
      if (isSamePerson(sender, context.actor)) throw new DomainError('NOT_ALLOWED', '送审和审查不能是同一个人');
      const at = kit.clock.now().toISOString();
      return kit.write(context.actor.id, async (store, record) => {
        if (!(await isKnown(store, sender.publicKey))) {
          if (input.acceptedFingerprint !== fingerprint(sender.publicKey)) {
            throw new DomainError('PACKAGE_UNKNOWN_SENDER', sender.office);
          }
          const id = kit.newId();
          const { person, office, publicKey } = sender;
          await store.insertInto('contact').values({ id, person, office, publicKey, acceptedAt: at }).execute();
          record({ action: 'contact.accepted', subject: 'contact', subjectId: id });
        }
        const arrival = { bytes, name, sender, at, actorId: context.actor.id };
        if (payload.kind === 'submission') {
          const reviewId = await receiveSubmission(kit, store, record, { ...arrival, payload: payload.payload });
          return { kind: 'submission' as const, reviewId };
        }
        const received = await receiveOpinion(kit, store, record, { ...arrival, payload: payload.payload });
        return { kind: 'opinion' as const, ...received };
      });
    }),
  };
}
