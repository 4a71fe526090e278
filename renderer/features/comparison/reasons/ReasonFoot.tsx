import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { StoredReason } from '#contract/comparisons.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import type { ViewChange } from '../comparisonView.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { placesOf, useChangeReasons, type ComparedSides, type Reasons } from './useChangeReasons.ts';
import './reasons.css';

function Words({ reason, basis, origin }: { reason: string; basis: string; origin: string }) {
  return (
    <span className="words">
      {reason}
      {basis !== '' && <span className="basis">依据：{basis}</span>}
      {origin !== '' && <span className="origin">来源：{origin}</span>}
    </span>
  );
}

type ReasonFootProps = { change: ViewChange; sides: ComparedSides; mayEdit: boolean };

/** Below a change: why it was made, what the records suggest as a reason, and a place to write one. */
export function ReasonFoot({ change, sides, mayEdit }: ReasonFootProps) {
  const queries = useQueryClient();
  const found = useChangeReasons(sides);
  const [open, setOpen] = useState<StoredReason | 'new' | undefined>(undefined);
  const places = placesOf(change);
  const [place] = places;
  const foot = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with its line: the keyboard goes on from the one that stays.
  const keepFocus = () => foot.current?.querySelector<HTMLElement>(':scope > button')?.focus();
  const refresh = () => queries.invalidateQueries({ queryKey: api.comparisons.key() });
  const take = useMutation({
    mutationFn: ({ place: at, source }: Reasons['suggestions'][number]) => {
      const { kind, id, ...words } = source;
      return client.comparisons.addReason({ ...sides, place: at, kind, sourceId: id, ...words });
    },
    onSuccess: async () => {
      keepFocus();
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: ({ id, isRemoved }: { id: string; isRemoved: boolean }) => client.comparisons.removeReason({ reasonId: id, isRemoved }),
    onSuccess: async (_, { id, isRemoved }) => {
      keepFocus();
      await refresh();
      if (isRemoved) showNotice('理由已经去掉', { label: '撤回', run: () => remove.mutate({ id, isRemoved: false }) });
    },
  });
  if (found === undefined || found.refusal !== null || place === undefined) return null;
  const reasons = found.reasons.filter((reason) => places.includes(reason.place));
  const suggestions = mayEdit ? found.suggestions.filter((suggestion) => places.includes(suggestion.place)) : [];
  if (reasons.length === 0 && !mayEdit) return null;
  const error = take.error ?? remove.error;
  return (
    <div className="reasons" ref={foot}>
      {reasons.length + suggestions.length > 0 && (
        <ul aria-label="修改理由">
          {reasons.map((reason) => (
            <li key={reason.id}>
              <b>理由</b>
              <Words {...reason} />
              {mayEdit && (
                <span className="row">
                  <Button kind="link" onClick={() => setOpen(reason)}>
                    更改
                  </Button>
                  <Button kind="link" onClick={() => {
                      if (!remove.isPending) remove.mutate({ id: reason.id, isRemoved: true });
                    }}>
                    去掉
                  </Button>
                </span>
              )}
            </li>
          ))}
          {suggestions.map((suggestion) => (
            <li key={`${suggestion.source.kind} ${suggestion.source.id}`} className="suggested">
              <b>可能的理由</b>
              <Words {...suggestion.source} />
              <span className="row">
                <Button kind="link" onClick={() => {
                    if (!take.isPending) take.mutate(suggestion);
                  }}>
                  采用
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <Button kind="link" onClick={() => setOpen('new')}>
          写理由
        </Button>
      )}
      {error !== null && <ErrorNote error={error} />}
      {open !== undefined && (
        <ReasonDialog
          reason={open === 'new' ? undefined : open}
          sources={found.sources}
          place={place}
          sides={sides}
          onClose={() => setOpen(undefined)}
          onSaved={async () => {
            await refresh();
            setOpen(undefined);
          }}
        />
      )}
    </div>
  );
}
