import type { IncomingMessage, ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import type { Backend } from '#backend/createBackend.ts';
import { rpcOptions } from '#backend/hosting/rpcOptions.ts';
import { errorText, errorTexts } from '#contract/errors.ts';
import { limits } from '#contract/limits.ts';

export type HandleRpc = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const prefix = '/rpc';

/** Mounts the router under /rpc. A request larger than the limit is refused before it is read. */
export function rpcHandler(backend: Backend): HandleRpc {
  const handler = new RPCHandler(backend.router, rpcOptions);
  return async (request, response) => {
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    if (!Number.isFinite(length) || length > limits.requestBytes) {
      const { status } = errorTexts.FILE_TOO_LARGE;
      const error = { defined: true, code: 'FILE_TOO_LARGE', status, message: errorText('FILE_TOO_LARGE'), data: {} };
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify({ json: error }));
      return;
    }
    await handler.handle(request, response, { prefix, context: backend.context() });
  };
}
