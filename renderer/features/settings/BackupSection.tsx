import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { dateAndTime } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';

/** 3.2 兆, 640 千字节 */
function sizeOf(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1 ? `${megabytes.toFixed(1)} 兆` : `${Math.max(1, Math.round(bytes / 1024))} 千字节`;
}

type RestoreDialogProps = { name: string; createdAt: string; onClose: () => void };

function RestoreDialog({ name, createdAt, onClose }: RestoreDialogProps) {
  const queries = useQueryClient();
  const restore = useMutation({
    mutationFn: () => client.backups.restore({ name }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
      showNotice(`已经恢复到 ${dateAndTime(createdAt)} 的备份`);
    },
  });
  return (
    <Dialog
      title="恢复这份备份"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            kind="primary"
            disabled={restore.isPending}
            onClick={() => {
              restore.mutate();
            }}
          >
            {restore.isPending ? '正在恢复' : '恢复'}
          </Button>
        </>
      }
    >
      <p>
        本机的全部内容会回到 <b>{dateAndTime(createdAt)}</b> 的样子，之后写下的不再显示。
      </p>
      <p className="dim">现在的内容会先另存成一份备份，恢复后不满意，还可以再换回来。</p>
      {restore.error !== null && <ErrorNote error={restore.error} />}
    </Dialog>
  );
}

/** 备份: made every day by itself; here to look at, to make one more, to go back to one. */
export function BackupSection() {
  const queries = useQueryClient();
  const backups = useQuery(api.backups.list.queryOptions());
  const [chosen, setChosen] = useState<{ name: string; createdAt: string } | undefined>(undefined);
  const create = useMutation({
    mutationFn: () => client.backups.create(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.backups.key() });
      showNotice('备份已经做好');
    },
  });
  return (
    <>
      <div className="row lead">
        <p className="dim">每天自动备份一次。换电脑前、大改之前，可以再做一份。</p>
        <Button
          disabled={create.isPending}
          onClick={() => {
            create.mutate();
          }}
        >
          {create.isPending ? '正在备份' : '立即备份'}
        </Button>
      </div>
      {create.error !== null && <ErrorNote error={create.error} />}
      {backups.error !== null && <ErrorNote error={backups.error} />}
      {backups.isLoading && <Loading />}
      {backups.data?.length === 0 && <p className="nothing">还没有备份。</p>}
      {backups.data !== undefined && backups.data.length > 0 && (
        <table className="ruled">
          <thead>
            <tr>
              <th scope="col">备份时间</th>
              <th scope="col">大小</th>
              <th scope="col">检查</th>
              <th scope="col">
                <span className="sr-only">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {backups.data.map((backup) => (
              <tr key={backup.name}>
                <th scope="row">{dateAndTime(backup.createdAt)}</th>
                <td>{sizeOf(backup.bytes)}</td>
                <td>{backup.intact ? '完好' : '损坏，不能恢复'}</td>
                <td className="end">
                  {backup.intact && (
                    <Button
                      aria-label={`恢复 ${dateAndTime(backup.createdAt)} 的备份`}
                      onClick={() => {
                        setChosen(backup);
                      }}
                    >
                      恢复
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen !== undefined && (
        <RestoreDialog
          name={chosen.name}
          createdAt={chosen.createdAt}
          onClose={() => {
            setChosen(undefined);
          }}
        />
      )}
    </>
  );
}
