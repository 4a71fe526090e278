import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { VersionSummary } from '#contract/conventions.ts';
import { showNotice } from '#renderer/components/notices.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';

/** Puts a whole version back into the draft; the draft that it replaces is kept as a version where it had changed. */
export function useRestoreVersion(conventionId: string, version: VersionSummary) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { newestVersion } = await client.conventions.get({ conventionId });
      await client.versions.restore({ versionId: version.id });
      const after = await client.conventions.get({ conventionId });
      const number = after.newestVersion?.number ?? 0;
      return number > (newestVersion?.number ?? 0) ? number : undefined;
    },
    onSuccess: async (keptAs) => {
      for (const queryKey of [api.versions.key(), api.conventions.key(), api.drafts.key()]) await queries.invalidateQueries({ queryKey });
      showNotice(`草案已经换回第 ${version.number} 版的文字。${keptAs === undefined ? '' : `换回前的草案已存为第 ${keptAs} 版。`}`);
    },
  });
}
