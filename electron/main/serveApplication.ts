import { protocol } from 'electron';
import { contentSecurityPolicy } from '#backend/hosting/contentSecurityPolicy.ts';
import { readRendererFile } from '#backend/hosting/readRendererFile.ts';
import { applicationScheme } from '#electron/applicationAddress.ts';

type Pages = Readonly<Record<string, () => string>>;

/** Makes the scheme one with an origin of its own. Electron takes this only before it is ready. */
export function registerApplicationScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: applicationScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Answers the scheme: the host `app` with files of the built renderer, the host `start` with the named pages.
 * Everything else is 404.
 */
export function serveApplication(rendererFolder: string, startPages: Pages): void {
  protocol.handle(applicationScheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (request.method !== 'GET') return answer(405, '', 'text/plain; charset=utf-8');
    if (host === 'start') {
      const page = startPages[pathname.slice(1)];
      return page === undefined ? notFound() : answer(200, page(), 'text/html; charset=utf-8');
    }
    const file = host === 'app' ? await readRendererFile(rendererFolder, pathname) : undefined;
    return file === undefined ? notFound() : answer(200, file.bytes, file.contentType);
  });
}

function notFound(): Response {
  return answer(404, '', 'text/plain; charset=utf-8');
}

function answer(status: number, body: string | Uint8Array<ArrayBuffer>, contentType: string): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': contentType,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  });
}
