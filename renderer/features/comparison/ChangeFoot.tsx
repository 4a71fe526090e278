import type { ReactNode } from 'react';

/** What a screen puts below a change, where it has anything to put there. */
export function ChangeFoot({ children }: { children: ReactNode }) {
  if (children === null || children === undefined) return null;
  return <div className="change-foot">{children}</div>;
}
