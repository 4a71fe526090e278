import { QueryClientProvider, useIsFetching, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { api, queryClient } from '#renderer/transport/api.ts';
import { InstallationContext } from './installationContext.ts';
import { loadScreens, type Router } from './routes.tsx';
import { StartErrorBoundary } from './StartErrorBoundary.tsx';

const Welcome = lazy(async () => ({ default: (await import('#renderer/features/welcome/Welcome.tsx')).Welcome }));

/** Long enough to begin reading: what is loaded meanwhile takes nothing from the first screen. */
const firstLookMilliseconds = 500;

/** Fetches the other screens once the first one has all that it asked for and has been shown. */
function OtherScreens() {
  const isQuiet = useIsFetching() === 0;
  useEffect(() => {
    if (!isQuiet) return undefined;
    const timer = setTimeout(() => {
      // A screen that fails to load here is asked for again when it is opened, and says so then.
      loadScreens().catch(() => undefined);
    }, firstLookMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [isQuiet]);
  return null;
}

/** The first question to the host decides between the first start and the work. */
function Start({ router }: { router: Router }) {
  const status = useQuery(api.installation.status.queryOptions());
  if (status.data === undefined) {
    if (status.error === null) return <Loading what="正在打开乡约" />;
    return (
      <div className="page narrow">
        <h1>乡约没有打开</h1>
        <ErrorNote error={status.error} />
        <div className="row">
          <Button kind="primary" onClick={() => void status.refetch()}>
            再试一次
          </Button>
        </div>
      </div>
    );
  }
  const { installation } = status.data;
  if (installation === null) {
    return (
      <Suspense fallback={<Loading what="正在打开乡约" />}>
        <Welcome />
      </Suspense>
    );
  }
  return (
    <InstallationContext value={{ ...status.data, installation }}>
      <RouterProvider router={router} />
      <OtherScreens />
    </InstallationContext>
  );
}

/** A file dropped beside its place would otherwise open in the window in place of the application. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const keep = (event: DragEvent) => {
      event.preventDefault();
    };
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);
}

export function App({ router }: { router: Router }) {
  useNoStrayDrops();
  return (
    <StartErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <Start router={router} />
      </QueryClientProvider>
    </StartErrorBoundary>
  );
}
