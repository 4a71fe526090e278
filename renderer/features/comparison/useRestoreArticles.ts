import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Outputs } from '#contract/contract.ts';
import type { DocumentComparison } from '#core/comparison/comparison.ts';
import { showNotice } from '#renderer/components/notices.ts';
import { errorSentence } from '#renderer/text/errorSentence.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';

type Row = DocumentComparison['rows'][number];
type Restored = Outputs['versions']['restoreArticles'] & { before: Outputs['drafts']['get'] };

/** Puts the old articles of a row of a version compared with the draft back into the draft, with a way back for as long as the notice stands. */
export function useRestoreArticles(conventionId: string, versionId: string | undefined, onDone: () => void): UseMutationResult<Restored, Error, Row> {
  const queries = useQueryClient();
  const refresh = async () => {
    for (const queryKey of [api.versions.key(), api.conventions.key(), api.drafts.key()]) await queries.invalidateQueries({ queryKey });
  };
  const undo = async (revision: number, before: Restored['before']) => {
    try {
      await client.drafts.save({ conventionId, baseRevision: revision, document: before.document });
      showNotice('草案已经换回恢复之前的文字。');
    } catch (error) {
      showNotice(errorSentence(error));
    }
    await refresh();
  };
  return useMutation({
    mutationFn: async (row: Row) => {
      const before = await client.drafts.get({ conventionId });
      const replaced = row.newArticles.map(({ id, text }) => ({ id, text }));
      const restored = await client.versions.restoreArticles({ versionId: versionId ?? '', articleIds: row.oldArticles.map(({ id }) => id), replaced });
      return { ...restored, before };
    },
    onSuccess: async ({ revision, keptAs, before }) => {
      await refresh();
      const kept = keptAs === null ? '' : `恢复前的草案已存为第 ${keptAs} 版。`;
      // Another window saved in between: its words must not be taken back along.
      const isOnlyStep = revision === before.revision + 1;
      showNotice(`草案已经恢复为旧文。${kept}`, isOnlyStep ? { label: '撤回', run: () => void undo(revision, before) } : undefined);
      onDone();
    },
  });
}
