import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ConventionDocument } from '#core/document/document.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { clockTime } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import type { Saved } from './DraftAutosave.ts';
import { mergeDrafts, type DraftConflict, type Side } from './mergeDrafts.ts';

type ConflictDialogProps = {
  conventionId: string;
  /** what both sides started from */
  base: ConventionDocument;
  mine: ConventionDocument;
  onMerge: (merged: ConventionDocument, stored: Saved, theirs: ConventionDocument) => void;
  onClose: () => void;
};

type ChoiceProps = { conflict: DraftConflict; side: Side; onChoose: (side: Side) => void };

function ConflictChoice({ conflict, side, onChoose }: ChoiceProps) {
  const sides = [
    { value: 'mine' as const, name: '我写的', text: conflict.mine },
    { value: 'theirs' as const, name: '另一处写的', text: conflict.theirs },
  ];
  return (
    <fieldset className="conflict">
      <legend>{conflict.name}</legend>
      {sides.map(({ value, name, text }) => (
        <label key={value} className={side === value ? 'panel on' : 'panel'}>
          <span className="check">
            <input type="radio" name={conflict.key} checked={side === value} onChange={() => onChoose(value)} />
            <b>{name}</b>
          </span>
          <span className="doc-font words">{text ?? '（删去了）'}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The draft was saved in another window: chooses article by article, and loses nothing until it is confirmed. */
export function ConflictDialog({ conventionId, base, mine, onMerge, onClose }: ConflictDialogProps) {
  const stored = useQuery(api.drafts.get.queryOptions({ input: { conventionId }, gcTime: 0, staleTime: 0, refetchOnWindowFocus: false }));
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const merge = useMemo(
    () => (stored.data === undefined || stored.isFetching ? undefined : mergeDrafts(base, mine, stored.data.document)),
    [base, mine, stored.data, stored.isFetching],
  );
  return (
    <Dialog
      title="这份草案在另一处也改过"
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>先不合并</Button>
          <Button
            kind="primary"
            disabled={merge === undefined}
            onClick={() => {
              if (merge !== undefined && stored.data !== undefined) onMerge(merge.resolve(choices), stored.data, stored.data.document);
            }}
          >
            合并并保存
          </Button>
        </>
      }
    >
      {stored.error !== null && <ErrorNote error={stored.error} />}
      {merge === undefined && stored.error === null && <Loading what="正在读取另一处的改动" />}
      {merge !== undefined && stored.data !== undefined && (
        <>
          <p>
            另一处在 {clockTime(stored.data.savedAt)} 保存过。只有一边改过的条款已经各自保留
            {merge.conflicts.length === 0 ? '，没有两边都改的条款。' : `；下面 ${merge.conflicts.length} 处两边都改了，逐处选一种。`}
          </p>
          {merge.conflicts.map((conflict) => (
            <ConflictChoice
              key={conflict.key}
              conflict={conflict}
              side={choices.get(conflict.key) ?? 'mine'}
              onChoose={(side) => setChoices((before) => new Map(before).set(conflict.key, side))}
            />
          ))}
        </>
      )}
    </Dialog>
  );
}
