import { readDraft } from '#backend/services/drafts/readDraft.ts';
import { chineseDate } from '#backend/services/documents/chineseDate.ts';
import { localDay } from '#backend/services/installation/localDay.ts';
import { newestVersionOf } from '#backend/services/versions/newestVersionOf.ts';
import { readVersionOf } from '#backend/services/versions/readVersion.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import type { ConventionDocument } from '#core/document/document.ts';

export type PairInput = { conventionId: string; oldVersionId?: string | undefined; newVersionId?: string | undefined };

type ComparedSide = {
  document: ConventionDocument;
  /** of the version; of the draft, the number of the version that it becomes, or of the one that it still equals */
  number: number;
  /** 第 2 版（2026年11月25日） */
  name: string;
  /** null of a draft */
  frozenAt: string | null;
  /** why it was frozen; empty of a draft */
  occasion: string;
};

export type ComparedPair = { old: ComparedSide; new: ComparedSide };

/** The two texts that are compared. Throws NOT_FOUND. */
export async function readPair(store: Store, { conventionId, oldVersionId, newVersionId }: PairInput): Promise<ComparedPair> {
  const side = async (versionId: string | undefined): Promise<ComparedSide> => {
    if (versionId === undefined) {
      const draft = await readDraft(store, conventionId);
      const newest = await newestVersionOf(store, conventionId).select(['number', 'contentHash']).executeTakeFirst();
      const number = newest === undefined ? 1 : newest.contentHash === draft.contentHash ? newest.number : newest.number + 1;
      return { document: draft.document, number, name: '草案', frozenAt: null, occasion: '' };
    }
    const version = await readVersionOf(store, conventionId, versionId);
    const name = `第 ${version.number} 版（${chineseDate(localDay(new Date(version.frozenAt)))}）`;
    return { document: version.document, number: version.number, name, frozenAt: version.frozenAt, occasion: version.reason };
  };
  return { old: await side(oldVersionId), new: await side(newVersionId) };
}

/** Why nothing can be written about the change from one to the other; null when it can. */
export function pairRefusal({ old, new: now }: ComparedPair): string | null {
  return old.number < now.number ? null : '旧的一版要比新的一版早，才能写理由和修订说明';
}
