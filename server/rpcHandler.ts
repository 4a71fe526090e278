import type { IncomingMessage, ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import type { Backend } from '#backend/createBackend.ts';
import { rpcOptions } from '#backend/hosting/rpcOptions.ts';
import { limits } from '#contract/limits.ts';
import { sendError } from '#server/sendError.ts';

export type HandleRpc = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const prefix = '/rpc';

/** Mounts the router under /rpc. A request larger than the limit is refused before it is read. */
export function rpcHandler(backend: Backend): HandleRpc {
  const handler = new RPCHandler(backend.router, rpcOptions);
  return async (request, response) => {
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    if (!Number.isFinite(length) || length > limits.requestBytes) {
      return sendError(response, 'FILE_TOO_LARGE');
    }
    await handler.handle(request, response, { prefix, context: backend.context() });
  };
}
