import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { native } from '#renderer/transport/native.ts';
import type { DraftAutosave } from './DraftAutosave.ts';

/** Leaving the screen waits until everything is on disk, and asks when it cannot be saved. */
export function LeaveDialog({ autosave }: { autosave: DraftAutosave }) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && autosave.hasUnsaved);
  useEffect(() => {
    if (blocker.state !== 'blocked') return undefined;
    let isCurrent = true;
    const goOn = async () => {
      if ((await autosave.flush()) && isCurrent) blocker.proceed();
    };
    void goOn();
    return () => {
      isCurrent = false;
    };
  }, [autosave, blocker]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      title="还有改动没有保存"
      onClose={() => blocker.reset()}
      actions={
        <>
          <Button
            onClick={() => {
              autosave.stop();
              native.setBusySaving(false);
              blocker.proceed();
            }}
          >
            不保存，离开
          </Button>
          <Button kind="primary" onClick={() => blocker.reset()}>
            留在这里
          </Button>
        </>
      }
    >
      <p>正在保存最后的改动，存好以后自动离开。如果一直存不上，留在这里，看右上角的提示；现在离开，没有保存的改动会丢。</p>
    </Dialog>
  );
}
