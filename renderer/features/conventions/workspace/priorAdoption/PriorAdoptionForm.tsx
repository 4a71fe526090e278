import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConventionDetail } from '#contract/conventions.ts';
import { actionNames } from '#contract/names.ts';
import type { PriorAdoption } from '#contract/priorAdoptions.ts';
import type { MeetingKind } from '#core/workflow/judgeVote.ts';
import type { PriorStage } from '#core/workflow/priorAdoption.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { showNotice } from '#renderer/components/notices.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { fileOf } from '#renderer/transport/native.ts';
import { ChoiceField } from '../forms/ChoiceField.tsx';
import { dayProblem } from '../forms/dayProblem.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import type { DraftAutosave } from '../saving/DraftAutosave.ts';
import { ScanList, type FormScan } from './ScanList.tsx';

const knownDay = (day: string) => (day === '' ? null : day);

type PriorAdoptionFormProps = {
  convention: ConventionDetail;
  autosave: DraftAutosave;
  /** the registration that is corrected; undefined for the first one */
  earlier: PriorAdoption | undefined;
  onClose: () => void;
};

/** Registers a text that is in force already as it is known; every field but the first may stay empty. */
export function PriorAdoptionForm({ convention, autosave, earlier, onClose }: PriorAdoptionFormProps) {
  const { today } = useInstallation();
  const queries = useQueryClient();
  const people = convention.kind === 'village' ? '村民' : '居民';
  const [stage, setStage] = useState<PriorStage>(earlier?.stage ?? 'published');
  const [meeting, setMeeting] = useState<MeetingKind | null>(earlier?.meeting ?? null);
  const [adoptedOn, setAdoptedOn] = useState(earlier?.adoptedOn ?? '');
  const [filedOn, setFiledOn] = useState(earlier?.filedOn ?? '');
  const [filingNumber, setFilingNumber] = useState(earlier?.filingNumber ?? '');
  const [filedWith, setFiledWith] = useState(earlier?.filedWith ?? '');
  const [postedOn, setPostedOn] = useState(earlier?.postedOn ?? '');
  const [place, setPlace] = useState(earlier?.place ?? '');
  const [scans, setScans] = useState<readonly FormScan[]>(
    () => earlier?.scans.map(({ sha256, kind, name }, index) => ({ key: `${index} ${sha256}`, sha256, kind, name })) ?? [],
  );
  const isPublished = stage === 'published';
  const register = useMutation({
    mutationFn: async () => {
      await autosave.flushOrThrow();
      return client.priorAdoptions.register({
        conventionId: convention.id,
        revision: autosave.revision,
        stage,
        meeting,
        adoptedOn: knownDay(adoptedOn),
        filedOn: knownDay(filedOn),
        filingNumber,
        filedWith,
        postedOn: isPublished ? knownDay(postedOn) : null,
        place: isPublished ? place : '',
        scans: scans.map((scan) =>
          'sha256' in scan ? { kind: scan.kind, sha256: scan.sha256 } : { kind: scan.kind, file: fileOf(scan.file) },
        ),
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.priorAdoptions.key() });
      await queries.invalidateQueries({ queryKey: api.versions.key() });
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      showNotice(earlier === undefined ? '已经照实登记，标明“未经本系统审查”。' : '已经更正，先前的登记还在记录里。');
      onClose();
    },
  });
  const days = isPublished ? { vote: adoptedOn, filing: filedOn, publication: postedOn } : { vote: adoptedOn, filing: filedOn };
  return (
    <FormDialog
      title={earlier === undefined ? actionNames.registerPublished : '更正登记'}
      submit={earlier === undefined ? '登记' : '更正'}
      missing={dayProblem(today, days)}
      isPending={register.isPending}
      error={register.error}
      onClose={onClose}
      onSubmit={() => register.mutate()}
    >
      <p className="dim">
        {earlier === undefined
          ? '村里已经在用的文本照实登记，不补办前面的步骤。草案现在的文字存为一版，标明“未经本系统审查”。不知道的空着，以后显示为“不详”。'
          : `文字不变，仍是第 ${earlier.versionNumber} 版。只更正登记的情况，先前的登记留在记录里。`}
      </p>
      <ChoiceField
        label="办到哪一步"
        value={stage}
        onChange={setStage}
        choices={[
          { value: 'published', name: '已经公布施行' },
          { value: 'filing', name: '已经表决通过，还没有公布' },
        ]}
      />
      <div className="field-row">
        <TextField label="表决日期" type="date" value={adoptedOn} onChange={setAdoptedOn} />
        <SelectField
          label="表决的会议"
          value={meeting ?? ''}
          onChange={(value) => setMeeting(value === 'assembly' || value === 'representatives' ? value : null)}
          choices={[
            { value: '', name: '不详' },
            { value: 'assembly', name: `${people}会议` },
            { value: 'representatives', name: `${people}代表会议` },
          ]}
        />
      </div>
      <div className="field-row">
        <TextField label="备案日期" type="date" value={filedOn} onChange={setFiledOn} />
        <TextField label="备案编号" value={filingNumber} onChange={setFilingNumber} maxLength={100} />
      </div>
      <TextField
        label="备案单位"
        value={filedWith}
        onChange={setFiledWith}
        maxLength={100}
        {...(convention.township === '' ? {} : { options: [`${convention.township}人民政府`] })}
      />
      {isPublished && (
        <div className="field-row">
          <TextField label="公布日期" type="date" value={postedOn} onChange={setPostedOn} />
          <TextField label="公布的地方" value={place} onChange={setPlace} maxLength={200} options={['村务公开栏']} />
        </div>
      )}
      <ScanList scans={scans} onChange={setScans} />
    </FormDialog>
  );
}
