import { api, queryClient } from '#renderer/transport/api.ts';

/** A host that takes longer is waited for on the screen, in words. */
const patienceMilliseconds = 200;

/** Resolves when what was asked so far is answered, so that the first screen is drawn once and whole; soon at the latest. */
export function firstAnswers(): Promise<void> {
  void queryClient.prefetchQuery(api.installation.status.queryOptions());
  return new Promise((resolve) => {
    const stop = queryClient.getQueryCache().subscribe(finish);
    const timer = setTimeout(() => {
      stop();
      resolve();
    }, patienceMilliseconds);
    function finish(): void {
      if (queryClient.isFetching() > 0) return;
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}
