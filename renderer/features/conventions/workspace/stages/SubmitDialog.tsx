import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConventionDetail } from '#contract/conventions.ts';
import { actionNames } from '#contract/names.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { fullDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { bytesOf, native } from '#renderer/transport/native.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { TextField } from '../forms/TextField.tsx';

/** Ten days from today: the usual term of a legality review. */
function defaultDeadline(today: string): string {
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 10);
  return date.toISOString().slice(0, 10);
}

function useDownload() {
  return useMutation({
    mutationFn: async ({ submissionId }: { submissionId: string }) => {
      const file = await client.submissions.file({ submissionId });
      return native.saveFile(file.name, await bytesOf(file));
    },
  });
}

/** Signs the newest version for a reviewing office and writes the package to disk. */
export function SubmitDialog({ convention, onClose }: { convention: ConventionDetail; onClose: () => void }) {
  const { today } = useInstallation();
  const queries = useQueryClient();
  const version = convention.newestVersion;
  const [reviewingOffice, setReviewingOffice] = useState(convention.township === '' ? '' : `${convention.township}司法所`);
  const [deadline, setDeadline] = useState(defaultDeadline(today));
  const [note, setNote] = useState('');
  const download = useDownload();
  const earlier = useQuery(api.submissions.list.queryOptions({ input: { conventionId: convention.id } }));
  const create = useMutation({
    mutationFn: async () => {
      if (version === null) throw new Error('A submission needs a version');
      return client.submissions.create({ conventionId: convention.id, versionId: version.id, reviewingOffice, deadline, note });
    },
    onSuccess: async (submission) => {
      await queries.invalidateQueries({ queryKey: api.submissions.key() });
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      download.mutate({ submissionId: submission.id });
    },
  });
  if (create.data !== undefined) {
    const { id, fileName } = create.data;
    return (
      <Dialog
        title="送审包已经做好"
        onClose={onClose}
        actions={
          <>
            <Button onClick={() => download.mutate({ submissionId: id })}>再存一份</Button>
            <Button kind="primary" onClick={onClose}>
              完成
            </Button>
          </>
        }
      >
        <p>
          文件名：<b className="breakable">{fileName}</b>
        </p>
        <p>把这个文件用微信、邮箱或者优盘交给{create.data.reviewingOffice}。对方打开后核对识别码再审查，审完把意见书文件发回来，在“批注”里导入。</p>
        {download.error !== null && <ErrorNote error={download.error} />}
      </Dialog>
    );
  }
  const missing =
    version === null ? '先存一版' : reviewingOffice.trim() === '' ? '填写审查单位' : deadline === '' ? '填写审查期限' : undefined;
  return (
    <FormDialog
      title={actionNames[convention.stage === 'screening' ? 'submitForReview' : 'resubmitForReview']}
      submit="签名并生成送审包"
      missing={missing}
      isPending={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={() => create.mutate()}
    >
      {version !== null && (
        <p>
          送第 {version.number} 版（{version.reason}），校验码 {version.verificationCode}。
          {version.unlawfulFindings > 0 && <b>预审还有 {version.unlawfulFindings} 处提示不合法。</b>}
        </p>
      )}
      <TextField label="审查单位" value={reviewingOffice} onChange={setReviewingOffice} maxLength={100} />
      <TextField label="审查期限" type="date" value={deadline} onChange={setDeadline} />
      <TextField label="说明（可以不填）" rows={3} value={note} onChange={setNote} maxLength={5_000} hint="例如：起草经过、要重点看的条款" />
      {earlier.data !== undefined && earlier.data.length > 0 && (
        <div className="field">
          <span className="label">以前的送审</span>
          {earlier.data.map((submission) => (
            <div key={submission.id} className="row">
              <span>
                第 {submission.round} 轮，第 {submission.versionNumber} 版，{fullDate(submission.sentAt)}
              </span>
              <Button kind="link" onClick={() => download.mutate({ submissionId: submission.id })}>
                再存一份
              </Button>
            </div>
          ))}
        </div>
      )}
    </FormDialog>
  );
}
