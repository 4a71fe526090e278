import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { showNotice } from '#renderer/components/notices.ts';
import { FormDialog } from '#renderer/features/conventions/workspace/forms/FormDialog.tsx';
import { TextField } from '#renderer/features/conventions/workspace/forms/TextField.tsx';

const reasons = ['征求意见稿', '按群众意见修改', '送审稿', '按审查意见修改', '提交表决稿'];

type FreezeDialogProps = {
  conventionId: string;
  /** the draft's revision once all of it is on disk */
  savedRevision: () => Promise<number>;
  onClose: () => void;
};

/** Makes the draft, as it is on disk now, a version that nobody changes any more. */
export function FreezeDialog({ conventionId, savedRevision, onClose }: FreezeDialogProps) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const freeze = useMutation({
    mutationFn: async () => client.versions.freeze({ conventionId, revision: await savedRevision(), reason }),
    onSuccess: async (version) => {
      await queries.invalidateQueries({ queryKey: api.versions.key() });
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      showNotice(`已经存为第 ${version.number} 版，校验码 ${version.verificationCode}。`);
      onClose();
    },
  });
  return (
    <FormDialog
      title="存为一版"
      submit="存为一版"
      missing={reason.trim() === '' ? '写明为什么存这一版' : undefined}
      isPending={freeze.isPending}
      error={freeze.error}
      onClose={onClose}
      onSubmit={() => freeze.mutate()}
    >
      <p className="dim">存下的版不再改动，以后的修改都在草案里进行。送审、表决和打印都以版为准。</p>
      <TextField label="存这一版的原因" value={reason} onChange={setReason} maxLength={500} options={reasons} hint="例如：征求意见稿、按审查意见修改" />
    </FormDialog>
  );
}
