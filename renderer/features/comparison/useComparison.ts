import { useQuery } from '@tanstack/react-query';
import type { ConventionDocument } from '#core/document/document.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import type { FileText, SideName } from './useFileSides.ts';
import type { Side } from './VersionPicker.tsx';

type ComparisonInput = {
  conventionId: string;
  sides: Record<SideName, Side>;
  /** stand for the side of the same name */
  files: Partial<Record<SideName, FileText>>;
  enabled: boolean;
};

/** Compares two sides behind the page; leaving the screen gives the work up. */
export function useComparison({ conventionId, sides, files, enabled }: ComparisonInput) {
  const hasFile = files.old !== undefined || files.new !== undefined;
  const kept = useQuery(
    api.versions.compare.queryOptions({
      input: {
        conventionId,
        ...(sides.old === undefined ? {} : { oldVersionId: sides.old }),
        ...(sides.new === undefined ? {} : { newVersionId: sides.new }),
      },
      enabled: enabled && !hasFile,
    }),
  );
  const documentOf = async (name: SideName): Promise<ConventionDocument> => {
    const [file, side] = [files[name], sides[name]];
    if (file !== undefined) return file.document;
    return side === undefined ? (await client.drafts.get({ conventionId })).document : (await client.versions.get({ versionId: side })).document;
  };
  const withFile = useQuery({
    queryKey: [...api.versions.key(), 'withFile', conventionId, sides.old, sides.new, files.old?.key, files.new?.key],
    queryFn: async ({ signal }) => client.versions.compareTexts({ old: await documentOf('old'), new: await documentOf('new') }, { signal }),
    enabled: hasFile,
  });
  return hasFile ? withFile : kept;
}
