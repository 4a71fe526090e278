import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/transport/api.ts';
import { measureText } from './measureText.ts';

type VersionChangesProps = {
  conventionId: string;
  /** the draft when there is none */
  versionId?: string;
};

/** How much a version, or the draft, changed against the version before it; computed behind the page. */
export function VersionChanges({ conventionId, versionId }: VersionChangesProps) {
  const measure = useQuery(
    api.versions.measure.queryOptions({
      input: { conventionId, ...(versionId === undefined ? {} : { versionId }) },
      // Neither a version nor the one before it ever changes.
      staleTime: versionId === undefined ? 0 : Number.POSITIVE_INFINITY,
    }),
  );
  if (measure.isError) return <span className="dim">没能比较</span>;
  if (measure.data === undefined) return <span className="dimmer">正在比较……</span>;
  if (measure.data === null) return <span className="dim">第一次存版</span>;
  return (
    <span>
      比第 {measure.data.against} 版：{measureText(measure.data.changes)}
    </span>
  );
}
