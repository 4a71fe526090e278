import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { client } from './client.ts';
import { isUnreachable } from '#renderer/text/errorSentence.ts';

/** Options for useQuery and useMutation: `useQuery(api.conventions.list.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client);

/** Reading is repeated only when the host did not answer; an answer that says no stays a no. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The host is on this computer or in this office: a missing network says nothing about it.
      networkMode: 'always',
      staleTime: 2_000,
      retry: (failures, error) => isUnreachable(error) && failures < 2,
      retryDelay: 800,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
