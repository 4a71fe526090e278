import { useState } from 'react';
import type { Finding } from '#core/legality/rule.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';

type DismissDialogProps = { finding: Finding; error: unknown; isPending: boolean; onClose: () => void; onDismiss: (reason: string) => void };

/** Asks why a hint is not followed; the reviewer reads the answer. */
export function DismissDialog({ finding, error, isPending, onClose, onDismiss }: DismissDialogProps) {
  const [reason, setReason] = useState('');
  const isMissing = reason.trim() === '';
  return (
    <Dialog
      title="不采用并说明"
      onClose={onClose}
      actions={
        <>
          {isMissing && <span className="hint">写一句理由，审查人员会看到</span>}
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" disabled={isMissing || isPending} onClick={() => onDismiss(reason.trim())}>
            记下理由
          </Button>
        </>
      }
    >
      <q className="quote">{finding.quote === '' ? finding.message : finding.quote}</q>
      <div className="field">
        <label htmlFor="dismiss-reason">不采用的理由</label>
        <textarea id="dismiss-reason" className="input" rows={3} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}
