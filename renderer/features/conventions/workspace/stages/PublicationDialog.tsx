import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConventionDetail } from '#contract/conventions.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { dayProblem } from '../forms/dayProblem.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { TextField } from '../forms/TextField.tsx';

/** Records what was posted where and when. */
export function PublicationDialog({ convention, onClose }: { convention: ConventionDetail; onClose: () => void }) {
  const { today } = useInstallation();
  const queries = useQueryClient();
  const [postedOn, setPostedOn] = useState(today);
  const [place, setPlace] = useState('村务公开栏');
  const record = useMutation({
    mutationFn: () => client.workflow.recordPublication({ conventionId: convention.id, postedOn, place }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      onClose();
    },
  });
  const missing = place.trim() === '' ? '填写公布的地方' : postedOn === '' ? '填写公布日期' : dayProblem(today, { publication: postedOn });
  return (
    <FormDialog title="登记公布" submit="登记" missing={missing} isPending={record.isPending} error={record.error} onClose={onClose} onSubmit={() => record.mutate()}>
      <TextField label="公布的地方" value={place} onChange={setPlace} maxLength={200} hint="例如：村务公开栏、各组公告栏、村民微信群" />
      <TextField label="公布日期" type="date" value={postedOn} onChange={setPostedOn} />
    </FormDialog>
  );
}
