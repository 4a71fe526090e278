import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConventionDetail } from '#contract/conventions.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { dayProblem } from '../forms/dayProblem.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { TextField } from '../forms/TextField.tsx';

/** Records the report to the township and its receipt. */
export function FilingDialog({ convention, onClose }: { convention: ConventionDetail; onClose: () => void }) {
  const { today } = useInstallation();
  const queries = useQueryClient();
  const [filingNumber, setFilingNumber] = useState('');
  const [filedOn, setFiledOn] = useState(today);
  const [receivedBy, setReceivedBy] = useState(convention.township === '' ? '' : `${convention.township}人民政府`);
  const record = useMutation({
    mutationFn: () => client.workflow.recordFiling({ conventionId: convention.id, filingNumber, filedOn, receivedBy }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      onClose();
    },
  });
  const missing =
    filingNumber.trim() === '' ? '填写备案编号' : receivedBy.trim() === '' ? '填写受理单位' : filedOn === '' ? '填写备案日期' : dayProblem(today, { filing: filedOn });
  return (
    <FormDialog title="登记备案" submit="登记" missing={missing} isPending={record.isPending} error={record.error} onClose={onClose} onSubmit={() => record.mutate()}>
      <TextField label="备案编号" value={filingNumber} onChange={setFilingNumber} maxLength={100} hint="照备案回执上的编号填写" />
      <TextField label="受理单位" value={receivedBy} onChange={setReceivedBy} maxLength={100} />
      <TextField label="备案日期" type="date" value={filedOn} onChange={setFiledOn} />
    </FormDialog>
  );
}
