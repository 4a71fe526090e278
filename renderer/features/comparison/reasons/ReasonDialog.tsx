import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfferedSource, StoredReason } from '#contract/comparisons.ts';
import { client } from '#renderer/transport/client.ts';
import { FormDialog } from '../../conventions/workspace/forms/FormDialog.tsx';
import { SelectField } from '../../conventions/workspace/forms/SelectField.tsx';
import { TextField } from '../../conventions/workspace/forms/TextField.tsx';
import type { ComparedSides } from './useChangeReasons.ts';

const ownWords = '';

function keyOf({ kind, id }: Pick<OfferedSource, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}……` : text;
}

type ReasonDialogProps = {
  /** the reason that is corrected; undefined for another one */
  reason: StoredReason | undefined;
  sources: readonly OfferedSource[];
  place: string;
  sides: ComparedSides;
  onClose: () => void;
  onSaved: () => Promise<void>;
};

/** Writes why something was changed, in one's own words or from what is on record. */
export function ReasonDialog({ reason, sources, place, sides, onClose, onSaved }: ReasonDialogProps) {
  const [chosen, setChosen] = useState(ownWords);
  const [words, setWords] = useState({ reason: reason?.reason ?? '', basis: reason?.basis ?? '', origin: reason?.origin ?? '' });
  const source = sources.find((candidate) => keyOf(candidate) === chosen);
  const save = useMutation({
    mutationFn: () =>
      reason === undefined
        ? client.comparisons.addReason({ ...sides, place, kind: source?.kind ?? 'drafter', sourceId: source?.id ?? '', ...words })
        : client.comparisons.changeReason({ reasonId: reason.id, ...words }),
    onSuccess: onSaved,
  });
  const isEmpty = words.reason.trim() === '' && words.basis.trim() === '';
  return (
    <FormDialog
      title={reason === undefined ? '写修改理由' : '更改修改理由'}
      submit="保存理由"
      missing={isEmpty ? '理由和依据至少写一样' : undefined}
      isPending={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      {reason === undefined && sources.length > 0 && (
        <SelectField
          label="联系到"
          value={chosen}
          choices={[
            { value: ownWords, name: '不联系，自己写' },
            ...sources.map((candidate) => ({ value: keyOf(candidate), name: [candidate.origin, shortened(candidate.reason)].filter((part) => part !== '').join('：') })),
          ]}
          onChange={(value) => {
            setChosen(value);
            const next = sources.find((candidate) => keyOf(candidate) === value);
            if (next !== undefined) setWords({ reason: next.reason, basis: next.basis, origin: next.origin });
          }}
        />
      )}
      <TextField label="理由" rows={3} maxLength={5_000} value={words.reason} onChange={(text) => setWords({ ...words, reason: text })} />
      <TextField label="依据" rows={2} maxLength={2_000} hint="法律、文件的名称和条文" value={words.basis} onChange={(text) => setWords({ ...words, basis: text })} />
      <TextField label="来源" maxLength={500} hint="哪次会议、哪条意见、谁提出的" value={words.origin} onChange={(text) => setWords({ ...words, origin: text })} />
    </FormDialog>
  );
}
