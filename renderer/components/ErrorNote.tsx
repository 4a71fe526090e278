import type { ReactNode } from 'react';
import { errorSentence } from '#renderer/text/errorSentence.ts';

/** What went wrong, in one sentence that stays on the screen; `children` are the ways on. */
export function ErrorNote({ error, children }: { error: unknown; children?: ReactNode }) {
  return (
    <div className="note bad" role="alert">
      <p>{errorSentence(error)}</p>
      {children}
    </div>
  );
}
