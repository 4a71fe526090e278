import type { Actor } from '#backend/services/serviceKit.ts';
import { roleNames } from '#contract/names.ts';
import { DomainError } from '#core/errors.ts';
import type { Role } from '#core/workflow/workflow.ts';

/** Throws NOT_ALLOWED unless the actor has one of the roles; an administrator may do what a drafter or a registrar may. */
export function requireRole(actor: Actor, ...roles: Role[]): void {
  const allowed = actor.roles.some((role) => roles.includes(role) || (role === 'administrator' && !roles.includes('reviewer')));
  if (!allowed) throw new DomainError('NOT_ALLOWED', `这一步由${roles.map((role) => roleNames[role]).join('或')}岗位办理`);
}
