import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/transport/api.ts';

/** All versions of a convention, the newest first. */
export function useVersions(conventionId: string) {
  return useQuery(api.versions.list.queryOptions({ input: { conventionId } }));
}
