import { ORPCError } from '@orpc/server';
import type { StandardRPCHandlerOptions } from '@orpc/server/standard';
import { contractError } from '#backend/services/contractError.ts';
import type { BackendContext } from '#backend/services/serviceKit.ts';
import { DomainError } from '#core/errors.ts';

/**
 * What every transport mounts the router with: a call that names no procedure or that cannot be decoded is refused with a
 * code and a sentence of the contract, like everything else.
 */
export const rpcOptions: StandardRPCHandlerOptions<BackendContext> = {
  interceptors: [
    async ({ next }) => {
      try {
        const result = await next();
        if (!result.matched) throw new DomainError('NOT_FOUND', '这个操作');
        return result;
      } catch (error) {
        if (error instanceof DomainError) throw contractError(error);
        // Procedures fail with an ORPCError; anything else was thrown while the request was read.
        if (error instanceof ORPCError || isAbort(error)) throw error;
        throw contractError(new DomainError('BAD_INPUT', '内容的格式不对', { cause: error }));
      }
    },
  ],
};

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || ('code' in error && error.code === 'ECONNRESET'));
}
