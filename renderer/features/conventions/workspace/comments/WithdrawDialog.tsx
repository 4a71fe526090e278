import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { VillagerComment } from '#contract/comments.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { TextField } from '../forms/TextField.tsx';

/** Takes an entry made by mistake out of the count. */
export function WithdrawDialog({ comment, onClose }: { comment: VillagerComment; onClose: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => client.comments.withdraw({ commentId: comment.id, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.comments.key() });
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      onClose();
    },
  });
  return (
    <FormDialog
      title="登记有误，不计入"
      submit="不计入"
      missing={reason.trim() === '' ? '写明原因' : undefined}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onSubmit={() => withdraw.mutate()}
    >
      <q className="quote">{comment.words}</q>
      <TextField label="原因" maxLength={500} value={reason} onChange={setReason} hint="例如：重复登记。这条留在记录里，不再计数" />
    </FormDialog>
  );
}
