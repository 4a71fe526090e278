import { useId, type ReactNode } from 'react';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';

type FormDialogProps = {
  title: string;
  submit: string;
  /** Why it cannot be sent yet, in a sentence that stands beside the button; undefined when it can. */
  missing: string | undefined;
  isPending: boolean;
  error: unknown;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
};

/** A dialog with a form: Enter sends it, and a button that cannot be pressed says why. */
export function FormDialog({ title, submit, missing, isPending, error, onClose, onSubmit, children }: FormDialogProps) {
  const id = useId();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          {missing !== undefined && <span className="hint">{missing}</span>}
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" type="submit" form={id} disabled={missing !== undefined || isPending}>
            {isPending ? '正在办理' : submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === undefined && !isPending) onSubmit();
        }}
      >
        {children}
      </form>
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}
