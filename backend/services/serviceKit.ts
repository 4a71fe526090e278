import { implement, ORPCError } from '@orpc/server';
import type { Workers } from '#backend/workers/createWorkers.ts';
import type { AttachmentFiles } from '#backend/storage/attachmentFiles.ts';
import type { Backups } from '#backend/storage/backups.ts';
import type { Write } from '#backend/storage/createWriter.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { contract } from '#contract/contract.ts';
import { errorText, errorTexts } from '#contract/errors.ts';
import { DomainError } from '#core/errors.ts';
import type { RuleSet } from '#core/legality/rule.ts';
import type { Role } from '#core/workflow/workflow.ts';

/** Who makes a call: resolved by the host, never named by an input. */
export type Actor = { id: string; person: string; office: string; roles: readonly Role[] };

export type BackendContext = { resolveActor: () => Promise<Actor | undefined> };

/** What every service works with. */
export type ServiceKit = {
  store: Store;
  write: Write;
  clock: { now(): Date };
  newId: () => string;
  files: AttachmentFiles;
  backups: Backups;
  workers: Workers;
  rules: RuleSet;
  resourceFolder: string;
  dataFolder: string;
  applicationVersion: string;
  notices: string[];
  reportBug: (error: unknown) => string;
};

/** An expected failure in the form the contract declares; everything else passes through as a bug. */
export function toContractError(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  return new ORPCError(error.code, {
    defined: true,
    status: errorTexts[error.code].status,
    message: errorText(error.code, error.detail),
    data: error.detail === undefined ? {} : { detail: error.detail },
    cause: error,
  });
}

const implementer = implement(contract).$context<BackendContext>();

/** For procedures that work before anybody is registered. */
export const open = implementer.use(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    throw toContractError(error);
  }
});

/** For everything else: the actor is known, or the call is refused with NOT_REGISTERED. */
export const registered = open.use(async ({ context, next }) => {
  const actor = await context.resolveActor();
  if (actor === undefined) throw new DomainError('NOT_REGISTERED');
  return next({ context: { actor } });
});
