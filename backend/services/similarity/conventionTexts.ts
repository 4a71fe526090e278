import type { Store } from '#backend/storage/openDatabase.ts';
import { conventionRows } from '#backend/services/conventions/conventionRows.ts';
import type { SimilaritySource } from '#contract/similarity.ts';
import { documentSchema, type ConventionDocument } from '#core/document/document.ts';

type ConventionText = { conventionId: string; village: string; township: string; title: string; document: ConventionDocument | undefined };

/** A page of the conventions that are kept, by place, each with its draft or the version that was published last; undefined where none was. */
export async function conventionTexts(store: Store, source: SimilaritySource, offset: number, limit: number): Promise<{ total: number; texts: ConventionText[] }> {
  const { total } = await store
    .selectFrom('convention')
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .where('discardedAt', 'is', null)
    .where('isSample', '=', 0)
    .executeTakeFirstOrThrow();
  const rows = await conventionRows(store)
    .where('convention.discardedAt', 'is', null)
    .where('convention.isSample', '=', 0)
    .orderBy('parent.name')
    .orderBy('region.name')
    .orderBy('convention.id')
    .limit(limit)
    .offset(offset)
    .execute();
  const ids = rows.map((row) => row.id);
  const documents = ids.length === 0 ? new Map<string, string>() : await (source === 'draft' ? draftsOf(store, ids) : publishedOf(store, ids));
  const texts = rows.map(({ id, village, township, title }) => {
    const stored = documents.get(id);
    const document = stored === undefined ? undefined : documentSchema.parse(JSON.parse(stored));
    return { conventionId: id, village, township: township ?? '', title, document };
  });
  return { total, texts };
}

async function draftsOf(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await store.selectFrom('draft').select(['conventionId', 'document']).where('conventionId', 'in', ids).execute();
  return new Map(rows.map((row) => [row.conventionId, row.document]));
}

/** What was registered as being in force counts like what was published here; the newest entry says which text is. */
async function publishedOf(store: Store, ids: readonly string[]): Promise<Map<string, string>> {
  const published = await store
    .selectFrom('publication')
    .innerJoin('version', 'version.id', 'publication.versionId')
    .select(['publication.conventionId', 'version.document', 'publication.recordedAt as at'])
    .where('publication.conventionId', 'in', ids)
    .execute();
  const registered = await store
    .selectFrom('priorAdoption')
    .innerJoin('version', 'version.id', 'priorAdoption.versionId')
    .select(['priorAdoption.conventionId', 'version.document', 'priorAdoption.registeredAt as at'])
    .where('priorAdoption.conventionId', 'in', ids)
    .where('priorAdoption.stage', '=', 'published')
    .execute();
  const inOrder = [...registered, ...published].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return new Map(inOrder.map((row) => [row.conventionId, row.document]));
}
