import { implement, ORPCError, ValidationError, type ImplementerInternalWithMiddlewares } from '@orpc/server';
import { contractError } from '#backend/services/contractError.ts';
import type { Workers } from '#backend/workers/createWorkers.ts';
import type { AttachmentFiles } from '#backend/storage/attachmentFiles.ts';
import type { Backups } from '#backend/storage/backups.ts';
import type { Write } from '#backend/storage/createWriter.ts';
import type { Store } from '#backend/storage/openDatabase.ts';
import { contract, type Contract } from '#contract/contract.ts';
import { bugText } from '#contract/errorTexts.ts';
import { DomainError } from '#core/errors.ts';
import type { RuleSet } from '#core/legality/rule.ts';
import type { Role } from '#core/workflow/workflow.ts';

/** Who makes a call: resolved by the host, never named by an input. */
export type Actor = { id: string; person: string; office: string; roles: readonly Role[] };

export type BackendContext = {
  resolveActor: () => Promise<Actor | undefined>;
  /** Logs a bug and returns the reference number that the person sees. */
  reportBug: (error: unknown) => string;
};

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
  notices: readonly string[];
};

function inputFault(error: ValidationError): string {
  const issue = error.issues[0];
  const code = issue !== undefined && 'code' in issue ? issue.code : undefined;
  if (code === 'too_small') return '有必填的空没有填，或数字太小';
  if (code === 'too_big') return '内容太长，或数字太大';
  return '内容的格式不对';
}

/** Expected failures take the form that the contract declares; anything else is logged and shown with a reference number. */
function translate(error: unknown, context: BackendContext): unknown {
  if (error instanceof DomainError) return contractError(error);
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      return contractError(new DomainError('BAD_INPUT', inputFault(error.cause), { cause: error }));
    }
    if (error.status < 500) return error;
  }
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  const reference = context.reportBug(error);
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: bugText(reference), data: { reference } });
}

const implementer = implement(contract).$context<BackendContext>();

type Implementer<Current extends BackendContext> = ImplementerInternalWithMiddlewares<Contract, BackendContext, Current>;

const translating = implementer.use(async ({ context, next }) => {
  try {
    return await next();
  } catch (error) {
    throw translate(error, context);
  }
});

/** For procedures that work before anybody is registered. */
export const open: Implementer<BackendContext> = translating;

/** For everything else: the actor is known, or the call is refused with NOT_REGISTERED. */
export const registered: Implementer<BackendContext & { actor: Actor }> = open.use(async ({ context, next }) => {
  const actor = await context.resolveActor();
  if (actor === undefined) throw new DomainError('NOT_REGISTERED');
  return next({ context: { actor } });
});
