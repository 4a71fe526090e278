import type { Backend } from '#backend/createBackend.ts';
import { rpcHandler, type HandleRpc } from '#server/rpcHandler.ts';

/** What stands behind the page. */
export type Application = {
  /** answers the page's calls */
  handle: HandleRpc;
  /** logs an error that nobody expected; returns the reference number that the person sees */
  reportBug: (error: unknown) => string;
  close: () => Promise<void>;
};

/** An open backend as the server needs it. */
export function applicationOf(backend: Backend): Application {
  return {
    handle: rpcHandler(backend),
    reportBug: (error) => backend.context().reportBug(error),
    close: () => backend.close(),
  };
}
