import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { dateAndTime } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { auditName } from './auditNames.ts';

const pageLength = 20;

/** 操作记录: who did what, when; nobody can change it unnoticed, and anybody can check that. */
export function AuditSection() {
  const entries = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (before: number | undefined) => (before === undefined ? { limit: pageLength } : { limit: pageLength, before }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.length < pageLength ? undefined : page.at(-1)?.sequence),
    }),
  );
  const verify = useMutation({ mutationFn: () => client.audit.verify() });
  const rows = entries.data?.pages.flat() ?? [];
  return (
    <>
      <div className="row lead">
        <p className="dim">每一步由谁在什么时候办的，一条接一条连着，中间改动或删去一条都查得出来。</p>
        <Button
          disabled={verify.isPending}
          onClick={() => {
            verify.mutate();
          }}
        >
          {verify.isPending ? '正在核对' : '核对记录'}
        </Button>
      </div>
      {verify.error !== null && <ErrorNote error={verify.error} />}
      {verify.data !== undefined &&
        (verify.data.brokenAt === null ? (
          <output className="note good">全部 {verify.data.entries} 条记录前后相连，没有改动过。</output>
        ) : (
          <p className="note bad" role="alert">
            第 {verify.data.brokenAt} 条记录对不上，可能被改动过。它之前的记录完好。把备份交给维护人员查看。
          </p>
        ))}
      {entries.error !== null && <ErrorNote error={entries.error} />}
      {entries.isLoading && <Loading />}
      {entries.data !== undefined && rows.length === 0 && <p className="nothing">还没有记录。</p>}
      {rows.length > 0 && (
        <table className="ruled">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">时间</th>
              <th scope="col">办了什么</th>
              <th scope="col">经手人</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((entry) => (
              <tr key={entry.sequence}>
                <td>{entry.sequence}</td>
                <td className="nw">{dateAndTime(entry.at)}</td>
                <th scope="row">{auditName(entry.action)}</th>
                <td className="breakable">{entry.actor}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entries.hasNextPage && (
        <div className="row more">
          <Button disabled={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            看更早的记录
          </Button>
        </div>
      )}
    </>
  );
}
