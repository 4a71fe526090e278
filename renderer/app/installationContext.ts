import { createContext, use } from 'react';
import type { Outputs } from '#contract/contract.ts';
import type { Role } from '#core/workflow/workflow.ts';

type InstallationStatus = Outputs['installation']['status'];
type Installation = NonNullable<InstallationStatus['installation']>;

export type Office = InstallationStatus & { installation: Installation };

export const InstallationContext = createContext<Office | undefined>(undefined);

/** Who works here, and what day the host says it is. Only inside the frame, that is after the first start. */
export function useInstallation(): Office {
  const office = use(InstallationContext);
  if (office === undefined) throw new Error('useInstallation outside of the frame');
  return office;
}

/** Whether this person has one of these roles at least. */
export function useHasRole(...wanted: readonly Role[]): boolean {
  const { roles } = useInstallation().installation;
  return wanted.some((role) => roles.includes(role));
}
