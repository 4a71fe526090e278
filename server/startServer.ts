import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy } from '#backend/hosting/contentSecurityPolicy.ts';
import { DomainError } from '#core/errors.ts';
import { accessControl } from '#server/accessControl.ts';
import type { Application } from '#server/applicationOf.ts';
import { serveFile } from '#server/serveFile.ts';

export type ServerOptions = {
  /** The page is served before this is open; its calls wait, and learn of a data folder that cannot be opened. */
  application: Application | Promise<Application>;
  /** dist/renderer */
  rendererFolder: string;
  /** 0 takes a free port */
  port: number;
};

export type RunningServer = {
  /** The address with the one-time secret; opens the application in a browser once. */
  url: string;
  origin: string;
  close(): Promise<void>;
};

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain;charset=utf-8', 'cache-control': 'no-store' });
  response.end(sentence);
}

/** Answers a call of the page; with the reason when there is nothing to answer it. */
async function answerCall(opening: ServerOptions['application'], request: IncomingMessage, response: ServerResponse): Promise<void> {
  let application: Application;
  try {
    application = await opening;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { sendError } = await import('#server/sendError.ts');
    return sendError(response, error.code, error.detail);
  }
  return application.handle(request, response);
}

/** Serves the application on the loopback address: the page, and the router under /rpc. */
export async function startServer({ application, rendererFolder, port }: ServerOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      void answerBug(error, response);
    });
  });
  const listening = () => (server.address() as AddressInfo).port;
  const access = accessControl(listening);

  async function answerBug(error: unknown, response: ServerResponse): Promise<void> {
    const reference = (await application).reportBug(error);
    if (!response.headersSent) refuse(response, 500, `程序错误（编号 ${reference}）`);
    else response.destroy();
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('content-security-policy', contentSecurityPolicy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (!access.isOwnHost(request)) return refuse(response, 403, '这个地址不能从这里打开');
    const address = `http://${request.headers.host}`;
    if (!URL.canParse(request.url ?? '/', address)) return refuse(response, 400, '这个地址不对');
    const url = new URL(request.url ?? '/', address);
    if (url.pathname === '/enter') {
      // A program that only looks ahead (a scanner, a preview) must not use the secret up.
      if (request.method !== 'GET') return refuse(response, 405, '没有这个操作');
      const session = access.exchange(url.searchParams.get('key') ?? '');
      if (session === undefined && !access.hasSession(request)) {
        return refuse(response, 403, '这个地址只能用一次，已经用过了。重新启动乡约，用新的地址打开。');
      }
      if (session !== undefined) {
        response.setHeader('set-cookie', `${access.cookieName()}=${session}; Path=/; HttpOnly; SameSite=Strict`);
      }
      response.writeHead(303, { location: '/#/workbench', 'cache-control': 'no-store' });
      response.end();
      return undefined;
    }
    if (!access.hasSession(request)) return refuse(response, 403, '要用启动时给出的地址打开乡约');
    if (url.pathname.startsWith('/rpc/')) {
      if (request.method !== 'POST') return refuse(response, 405, '没有这个操作');
      if (!access.isOwnOrigin(request)) return refuse(response, 403, '请求来自别的网页，没有执行');
      return answerCall(application, request, response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, '没有这个操作');
    return serveFile(rendererFolder, url.pathname, response);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${listening()}`;
  return {
    url: `${origin}/enter?key=${access.secret}`,
    origin,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
