import { documentFacts } from '#backend/services/conventions/documentFacts.ts';
import { findRegion } from '#backend/services/conventions/findRegion.ts';
import type { ServiceKit } from '#backend/services/serviceKit.ts';
import type { FileComment, Suggestion } from '#core/document/suggestions/suggestion.ts';
import type { ConventionDocument, ConventionKind } from '#core/document/document.ts';

export type NewConvention = {
  village: string;
  township: string;
  kind: ConventionKind;
  document: ConventionDocument;
  sourceSha256?: string | undefined;
  isSample?: boolean;
  suggestions?: readonly Suggestion[];
  fileComments?: readonly FileComment[];
};

/** Stores a convention with its first draft and returns its id. */
export async function createConvention(kit: ServiceKit, actorId: string, input: NewConvention): Promise<string> {
  const conventionId = kit.newId();
  const at = kit.clock.now().toISOString();
  const facts = documentFacts(input.document);
  await kit.write(actorId, async (store, record) => {
    const regionId = await findRegion(store, kit.newId, input.village, input.township);
    await store
      .insertInto('convention')
      .values({
        id: conventionId,
        regionId,
        kind: input.kind,
        title: facts.title,
        stage: 'drafting',
        articleCount: facts.articleCount,
        sourceSha256: input.sourceSha256 ?? null,
        isSample: input.isSample === true ? 1 : 0,
        createdAt: at,
        updatedAt: at,
        discardedAt: null,
        votingSince: null,
        priorAdoptionId: null,
      })
      .execute();
    await store
      .insertInto('draft')
      .values({
        conventionId,
        document: JSON.stringify(input.document),
        contentHash: facts.contentHash,
        revision: 1,
        savedBy: actorId,
        savedAt: at,
      })
      .execute();
    for (const suggestion of input.suggestions ?? []) await store.insertInto('suggestion').values({ conventionId, ...suggestion }).execute();
    for (const [sequence, comment] of (input.fileComments ?? []).entries()) {
      await store.insertInto('fileComment').values({ conventionId, ...comment, sequence, isDone: 0 }).execute();
    }
    record({
      action: 'convention.created',
      subject: 'convention',
      subjectId: conventionId,
      contentHash: facts.contentHash,
    });
  });
  return conventionId;
}
