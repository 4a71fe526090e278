import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConventionDetail } from '#contract/conventions.ts';
import { judgeVote, type MeetingKind } from '#core/workflow/judgeVote.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { ChoiceField } from '../forms/ChoiceField.tsx';
import { dayProblem } from '../forms/dayProblem.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { TextField } from '../forms/TextField.tsx';

const numberNames = { eligible: '应到', present: '实到', inFavour: '赞成', against: '反对', abstained: '弃权' } as const;
type NumberKey = keyof typeof numberNames;
const numberKeys: readonly NumberKey[] = ['eligible', 'present', 'inFavour', 'against', 'abstained'];

const noNumbers: Record<NumberKey, string> = { eligible: '', present: '', inFavour: '', against: '', abstained: '' };

/** Records a ballot as it was, also one that failed; quorum and majority are judged while the numbers are typed. */
export function VoteDialog({ convention, onClose }: { convention: ConventionDetail; onClose: () => void }) {
  const { today } = useInstallation();
  const queries = useQueryClient();
  const people = convention.kind === 'village' ? '村民' : '居民';
  const [heldOn, setHeldOn] = useState(today);
  const [place, setPlace] = useState('');
  const [meeting, setMeeting] = useState<MeetingKind>('assembly');
  const [countedBy, setCountedBy] = useState<'adults' | 'households'>('households');
  const [typed, setTyped] = useState(noNumbers);
  const [authorization, setAuthorization] = useState('');
  const numbers = {
    eligible: Number(typed.eligible),
    present: Number(typed.present),
    inFavour: Number(typed.inFavour),
    against: Number(typed.against),
    abstained: Number(typed.abstained),
  };
  const version = convention.newestVersion;
  const record = useMutation({
    mutationFn: async () => {
      if (version === null) throw new Error('A ballot needs a version');
      return client.workflow.recordVote({
        conventionId: convention.id, versionId: version.id, heldOn, place, meeting, countedBy, ...numbers, authorization,
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
    },
  });
  if (record.data !== undefined) {
    return (
      <Dialog title="表决结果已经登记" onClose={onClose} actions={<Button kind="primary" onClick={onClose}>完成</Button>}>
        <p>
          {record.data.passed ? '表决通过，下一步报乡镇备案。' : '表决没有通过，回到起草。'}
          {!record.data.quorumMet && `到会不够：至少要 ${record.data.presentNeeded}。`}
          {!record.data.majorityMet && `赞成不过半：至少要 ${record.data.inFavourNeeded}。`}
        </p>
      </Dialog>
    );
  }
  const judgement = judgeVote(convention.kind, { meeting, countedBy, ...numbers });
  const isFilled = numberKeys.every((key) => /^\d+$/u.test(typed[key]));
  const unit = meeting === 'assembly' && countedBy === 'households' ? '户' : '人';
  const missing = !isFilled
    ? '填写五个数'
    : numbers.present > numbers.eligible
      ? '实到多于应到'
      : numbers.inFavour + numbers.against + numbers.abstained > numbers.present
        ? '票数合计多于实到'
        : heldOn === ''
          ? '填写会议日期'
          : dayProblem(today, { vote: heldOn });
  return (
    <FormDialog
      title="登记表决结果"
      submit="登记"
      missing={missing}
      isPending={record.isPending}
      error={record.error}
      onClose={onClose}
      onSubmit={() => record.mutate()}
    >
      {version !== null && <p>表决的是第 {version.number} 版，校验码 {version.verificationCode}。</p>}
      <ChoiceField
        label="哪一种会议"
        value={meeting}
        onChange={setMeeting}
        choices={[
          { value: 'assembly', name: `${people}会议` },
          { value: 'representatives', name: `${people}代表会议` },
        ]}
      />
      {meeting === 'assembly' && (
        <ChoiceField
          label="按什么计算到会"
          value={countedBy}
          onChange={setCountedBy}
          choices={[
            { value: 'households', name: '按户的代表' },
            { value: 'adults', name: `按十八周岁以上${people}` },
          ]}
        />
      )}
      <div className="field-row">
        <TextField label="会议日期" type="date" value={heldOn} onChange={setHeldOn} />
        <TextField label="地点（可以不填）" value={place} onChange={setPlace} maxLength={100} />
      </div>
      <div className="field-row five">
        {numberKeys.map((key) => (
          <TextField key={key} label={numberNames[key]} type="number" value={typed[key]} onChange={(value) => setTyped((before) => ({ ...before, [key]: value }))} />
        ))}
      </div>
      {meeting === 'representatives' && (
        <TextField label="授权依据" value={authorization} onChange={setAuthorization} maxLength={500} hint={`${people}会议在什么时候、怎样授权${people}代表会议表决`} />
      )}
      {isFilled && missing === undefined && (
        <div className={`note ${judgement.passed ? 'good' : 'must'}`}>
          <p>
            到会至少 {judgement.presentNeeded} {unit}，{judgement.quorumMet ? '够了' : '不够'}；赞成至少 {judgement.inFavourNeeded} {unit}，
            {judgement.majorityMet ? '过半' : '没有过半'}。{judgement.passed ? '表决通过。' : '表决没有通过，也照实登记。'}
          </p>
        </div>
      )}
    </FormDialog>
  );
}
