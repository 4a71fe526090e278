import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConventionDetail } from '#contract/conventions.ts';
import { conclusionNames } from '#contract/names.ts';
import type { NativeFile } from '#contract/native.ts';
import { conclusions } from '#core/review/review.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { fileOf, native } from '#renderer/transport/native.ts';
import { dayProblem } from '../forms/dayProblem.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import { useVersions } from '#renderer/features/versions/useVersions.ts';

/** Registers a stamped opinion on paper for one version; it counts the same and is marked 纸质. */
export function PaperOpinionDialog({ convention, onClose }: { convention: ConventionDetail; onClose: () => void }) {
  const { today } = useInstallation();
  const queries = useQueryClient();
  const versions = useVersions(convention.id);
  const [versionId, setVersionId] = useState(convention.newestVersion?.id ?? '');
  const [opinionNumber, setOpinionNumber] = useState('');
  const [office, setOffice] = useState(convention.township === '' ? '' : `${convention.township}司法所`);
  const [reviewer, setReviewer] = useState('');
  const [issuedOn, setIssuedOn] = useState(today);
  const [conclusion, setConclusion] = useState<(typeof conclusions)[number]>('lawful');
  const [remark, setRemark] = useState('');
  const [scan, setScan] = useState<NativeFile>();
  const register = useMutation({
    mutationFn: () =>
      client.opinions.registerPaper({
        conventionId: convention.id, versionId, opinionNumber, reviewer, office, issuedOn, conclusion, remark,
        ...(scan === undefined ? {} : { scan: fileOf(scan) }),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.opinions.key() });
      await queries.invalidateQueries({ queryKey: api.versions.key() });
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      onClose();
    },
  });
  const missing =
    versionId === ''
      ? '先存一版'
      : opinionNumber.trim() === ''
        ? '填写文号'
        : office.trim() === '' || reviewer.trim() === ''
          ? '填写审查单位和审查人'
          : issuedOn === ''
            ? '填写出具日期'
            : dayProblem(today, { opinion: issuedOn });
  return (
    <FormDialog title="登记纸质意见书" submit="登记" missing={missing} isPending={register.isPending} error={register.error} onClose={onClose} onSubmit={() => register.mutate()}>
      <p className="dim">意见书只对应一版的文字。登记以后再改动的草案，要另有意见书。</p>
      <SelectField
        label="审的是哪一版"
        value={versionId}
        onChange={setVersionId}
        choices={(versions.data ?? []).map(({ id, number, reason }) => ({ value: id, name: `第 ${number} 版（${reason}）` }))}
      />
      <div className="field-row">
        <TextField label="文号" value={opinionNumber} onChange={setOpinionNumber} maxLength={100} />
        <TextField label="出具日期" type="date" value={issuedOn} onChange={setIssuedOn} />
      </div>
      <div className="field-row">
        <TextField label="审查单位" value={office} onChange={setOffice} maxLength={100} />
        <TextField label="审查人" value={reviewer} onChange={setReviewer} maxLength={50} />
      </div>
      <SelectField
        label="结论"
        value={conclusion}
        onChange={(value) => setConclusion(conclusions.find((candidate) => candidate === value) ?? 'lawful')}
        choices={conclusions.map((value) => ({ value, name: conclusionNames[value] }))}
      />
      <TextField label="意见内容（可以不填）" rows={3} value={remark} onChange={setRemark} maxLength={10_000} />
      <div className="row">
        <Button onClick={() => void native.chooseFile(['.pdf', '.jpg', '.jpeg', '.png']).then((file) => file !== undefined && setScan(file))}>
          {scan === undefined ? '附上扫描件或照片' : '换一份扫描件'}
        </Button>
        {scan !== undefined && <span className="breakable">{scan.name}</span>}
      </div>
    </FormDialog>
  );
}
