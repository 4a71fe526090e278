import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { replyOutcomes, type VillagerComment } from '#contract/comments.ts';
import { outcomeNames } from '#contract/names.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { ChoiceField } from '../forms/ChoiceField.tsx';
import { FormDialog } from '../forms/FormDialog.tsx';
import { TextField } from '../forms/TextField.tsx';

type Outcome = (typeof replyOutcomes)[number];

/** Answers a comment, or corrects an answer; the earlier one stays in the record. */
export function ReplyDialog({ comment, onClose }: { comment: VillagerComment; onClose: () => void }) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | undefined>(comment.reply?.outcome);
  const [reason, setReason] = useState(comment.reply?.reason ?? '');
  const reply = useMutation({
    mutationFn: (chosen: Outcome) => client.comments.reply({ commentId: comment.id, outcome: chosen, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.comments.key() });
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      onClose();
    },
  });
  const needsReason = outcome !== undefined && outcome !== 'adopted' && reason.trim() === '';
  return (
    <FormDialog
      title={comment.reply === null ? '答复意见' : '更正答复'}
      submit="记下答复"
      missing={outcome === undefined ? '选采纳情况' : needsReason ? '写明理由，公示时村民会看到' : undefined}
      isPending={reply.isPending}
      error={reply.error}
      onClose={onClose}
      onSubmit={() => {
        if (outcome !== undefined) reply.mutate(outcome);
      }}
    >
      <q className="quote">{comment.words}</q>
      <ChoiceField
        label="采纳情况"
        value={outcome}
        onChange={setOutcome}
        choices={replyOutcomes.map((value) => ({ value, name: outcomeNames[value] }))}
      />
      <TextField label={outcome === 'adopted' ? '怎么改的（可以不填）' : '理由'} rows={3} maxLength={5_000} value={reason} onChange={setReason} />
      {comment.reply !== null && <p className="hint">原来的答复留在记录里。</p>}
    </FormDialog>
  );
}
