import type { Actor } from '#backend/services/serviceKit.ts';
import { DomainError } from '#core/errors.ts';
import type { Role } from '#core/workflow/workflow.ts';

const names: Record<Role, string> = { drafter: '起草', reviewer: '审查', registrar: '备案', administrator: '管理' };

/** Throws NOT_ALLOWED unless the actor has one of the roles; an administrator may do what a drafter or a registrar may. */
export function requireRole(actor: Actor, ...roles: Role[]): void {
  const allowed = actor.roles.some((role) => roles.includes(role) || (role === 'administrator' && !roles.includes('reviewer')));
  if (!allowed) throw new DomainError('NOT_ALLOWED', `这一步由${roles.map((role) => names[role]).join('或')}岗位办理`);
}
