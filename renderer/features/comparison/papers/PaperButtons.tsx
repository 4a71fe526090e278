import { useState } from 'react';
import { Button } from '#renderer/components/Button.tsx';
import type { ComparedSides } from '../reasons/useChangeReasons.ts';
import { AmendmentTableDialog } from './AmendmentTableDialog.tsx';
import { StatementDialog } from './StatementDialog.tsx';

/** The papers that go with a changed text. */
export function PaperButtons({ sides, mayEdit }: { sides: ComparedSides; mayEdit: boolean }) {
  const [open, setOpen] = useState<'table' | 'statement' | undefined>(undefined);
  const close = () => setOpen(undefined);
  return (
    <>
      <Button onClick={() => setOpen('table')}>条文对照表</Button>
      <Button onClick={() => setOpen('statement')}>修订说明</Button>
      {open === 'table' && <AmendmentTableDialog sides={sides} onClose={close} />}
      {open === 'statement' && <StatementDialog sides={sides} mayEdit={mayEdit} onClose={close} />}
    </>
  );
}
