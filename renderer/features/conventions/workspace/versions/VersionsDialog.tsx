import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { conclusionNames, notReviewedText } from '#contract/names.ts';
import type { VersionSummary } from '#contract/conventions.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { dateAndTime } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import type { DraftAutosave } from '../saving/DraftAutosave.ts';

type VersionsDialogProps = {
  conventionId: string;
  autosave: DraftAutosave;
  onFreeze: () => void;
  /** the draft on disk is another one now */
  onRestored: () => void;
  onClose: () => void;
};

function clearance(version: VersionSummary): string {
  if (version.conclusion === null) return version.isRegistered ? notReviewedText(true) : '还没有审查意见';
  return version.isCleared ? `审查通过：${conclusionNames[version.conclusion]}` : `审查没有通过：${conclusionNames[version.conclusion]}`;
}

/** Every version with what became of it: compare, print, or go back to it. */
export function VersionsDialog({ conventionId, autosave, onFreeze, onRestored, onClose }: VersionsDialogProps) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const versions = useVersions(conventionId);
  const [asking, setAsking] = useState<VersionSummary>();
  const restore = useMutation({
    mutationFn: async (versionId: string) => {
      await autosave.flushOrThrow();
      await client.versions.restore({ versionId });
      autosave.stop();
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.versions.key() });
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      onRestored();
    },
  });
  return (
    <Dialog
      title="版本"
      wide
      onClose={onClose}
      actions={
        <>
          <Button kind="action" onClick={onFreeze}>
            存为一版
          </Button>
          <Button onClick={onClose}>关闭</Button>
        </>
      }
    >
      {versions.data === undefined && versions.error === null && <Loading what="正在读取版本" />}
      {versions.error !== null && <ErrorNote error={versions.error} />}
      {versions.data?.length === 0 && <p className="dim">还没有存过版。征求意见、送审之前存一版，以后可以比较和恢复。</p>}
      {versions.data !== undefined && versions.data.length > 0 && (
        <table className="ruled versions">
          <thead>
            <tr>
              <th scope="col">版</th>
              <th scope="col">原因</th>
              <th scope="col">谁、什么时候</th>
              <th scope="col">审查</th>
              <th scope="col">
                <span className="sr-only">可以做的事</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {versions.data.map((version) => (
              <tr key={version.id}>
                <th scope="row" className="nw">
                  第 {version.number} 版
                </th>
                <td>{version.reason}</td>
                <td className="sm">
                  {version.frozenBy}
                  <br />
                  {dateAndTime(version.frozenAt)}
                </td>
                <td className="sm">
                  {clearance(version)}
                  <br />
                  <span className="dimmer">校验码 {version.verificationCode}</span>
                </td>
                <td>
                  <div className="row">
                    <Button kind="link" aria-label={`第 ${version.number} 版与草案比较`} onClick={() => void navigate(`/conventions/${conventionId}/compare?old=${version.id}`)}>
                      比较
                    </Button>
                    <Button kind="link" aria-label={`打印第 ${version.number} 版`} onClick={() => void navigate(`/conventions/${conventionId}/print?version=${version.id}`)}>
                      打印
                    </Button>
                    <Button kind="link" aria-label={`恢复第 ${version.number} 版`} onClick={() => setAsking(version)}>
                      恢复
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asking !== undefined && (
        <div className="note must" role="alert">
          <p>把第 {asking.number} 版的文字放回草案。现在的草案如果改过，先自动存为一版，不会丢。</p>
          <Button kind="primary" disabled={restore.isPending} onClick={() => restore.mutate(asking.id)}>
            恢复第 {asking.number} 版
          </Button>
          <Button onClick={() => setAsking(undefined)}>取消</Button>
        </div>
      )}
      {restore.error !== null && <ErrorNote error={restore.error} />}
    </Dialog>
  );
}

/** All versions of a convention, the newest first. */
export function useVersions(conventionId: string) {
  return useQuery(api.versions.list.queryOptions({ input: { conventionId } }));
}
