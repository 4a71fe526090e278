import type { ComponentType } from 'react';
import { createHashRouter, Outlet, redirect, type RouteObject } from 'react-router';
import { Loading } from '#renderer/components/Loading.tsx';
import { loadWorkbench, Workbench } from '#renderer/features/workbench/Workbench.tsx';
import { Shell } from './Shell.tsx';
import { NotFoundScreen, RouteErrorScreen } from './ErrorScreen.tsx';

const loaders: (() => Promise<unknown>)[] = [];

/** A screen built with Ant Design: both are loaded when it is opened. */
function screen(load: () => Promise<ComponentType>): NonNullable<RouteObject['lazy']> {
  loaders.push(load);
  return async () => {
    const [Screen, { AntTheme }] = await Promise.all([load(), import('#renderer/theme/AntTheme.tsx')]);
    return {
      Component: () => (
        <AntTheme>
          <Screen />
        </AntTheme>
      ),
    };
  };
}

/** Every path of the interface; the backend's tasks lead to these. */
function createRoutes(): RouteObject[] {
  return [
    {
      element: <Shell />,
      errorElement: <RouteErrorScreen />,
      children: [
        {
          element: <Outlet />,
          errorElement: <RouteErrorScreen />,
          hydrateFallbackElement: <Loading />,
          children: [
            { index: true, loader: () => redirect('/workbench') },
            { path: 'workbench', element: <Workbench />, loader: loadWorkbench },
            {
              path: 'conventions',
              lazy: screen(async () => (await import('#renderer/features/conventions/ConventionList.tsx')).ConventionList),
            },
            {
              path: 'conventions/:id',
              lazy: screen(
                async () =>
                  (await import('#renderer/features/conventions/workspace/ConventionWorkspace.tsx')).ConventionWorkspace,
              ),
            },
            {
              path: 'conventions/:id/compare',
              lazy: screen(async () => (await import('#renderer/features/comparison/ComparisonScreen.tsx')).ComparisonScreen),
            },
            {
              path: 'conventions/:id/versions',
              lazy: screen(async () => (await import('#renderer/features/versions/VersionsScreen.tsx')).VersionsScreen),
            },
            {
              path: 'conventions/:id/print',
              lazy: screen(async () => (await import('#renderer/features/printing/PrintScreen.tsx')).PrintScreen),
            },
            {
              path: 'import',
              lazy: screen(async () => (await import('#renderer/features/imports/ImportScreen.tsx')).ImportScreen),
            },
            {
              path: 'similarity',
              lazy: screen(async () => (await import('#renderer/features/similarity/SimilarityScreen.tsx')).SimilarityScreen),
            },
            {
              path: 'similarity/:old/:fresh',
              lazy: screen(async () => (await import('#renderer/features/similarity/SimilarityComparison.tsx')).SimilarityComparison),
            },
            {
              path: 'reviews',
              lazy: screen(async () => (await import('#renderer/features/reviews/ReviewList.tsx')).ReviewList),
            },
            {
              path: 'reviews/:id',
              lazy: screen(async () => (await import('#renderer/features/reviews/ReviewWorkspace.tsx')).ReviewWorkspace),
            },
            {
              path: 'settings',
              lazy: screen(async () => (await import('#renderer/features/settings/SettingsScreen.tsx')).SettingsScreen),
            },
            { path: '*', element: <NotFoundScreen /> },
          ],
        },
      ],
    },
  ];
}

/** Loads all screens while nobody waits for one, so that each opens at once, also when the host is gone by then. */
export async function loadScreens(): Promise<void> {
  await import('#renderer/theme/fonts.ts');
  await import('#renderer/theme/AntTheme.tsx');
  for (const load of loaders) await load();
}

export type Router = ReturnType<typeof createHashRouter>;

export function createRouter(): Router {
  return createHashRouter(createRoutes());
}
