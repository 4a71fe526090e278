import { Link } from 'react-router';
import type { ConventionSummary } from '#contract/conventions.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { shortDate } from '#renderer/text/dates.ts';
import { stageNames } from '#contract/names.ts';

type ConventionTableProps = {
  conventions: readonly ConventionSummary[];
  isBin: boolean;
  canDraft: boolean;
  onDiscard: (convention: ConventionSummary) => void;
  onRestore: (convention: ConventionSummary) => void;
};

export function ConventionTable({ conventions, isBin, canDraft, onDiscard, onRestore }: ConventionTableProps) {
  const { today } = useInstallation();
  return (
    <table className="ruled conventions">
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">乡镇</th>
          <th scope="col">办到哪一步</th>
          <th scope="col">条数</th>
          <th scope="col">未答复意见</th>
          <th scope="col">最近改动</th>
          {canDraft && (
            <th scope="col">
              <span className="sr-only">操作</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {conventions.map((convention) => (
          <tr key={convention.id}>
            <th scope="row">
              {isBin ? (
                convention.title
              ) : (
                <Link className="link" to={`/conventions/${convention.id}`}>
                  {convention.title}
                </Link>
              )}
              {convention.isSample && <span className="tag">示例</span>}
              {convention.isRegistered && <span className="tag">登记</span>}
            </th>
            <td>{convention.township === '' ? '没有填' : convention.township}</td>
            <td className="stage">{stageNames[convention.stage]}</td>
            <td>{convention.articleCount} 条</td>
            <td>{convention.openComments === 0 ? '无' : <b>{convention.openComments} 条</b>}</td>
            <td>{shortDate(convention.updatedAt, today)}</td>
            {canDraft && (
              <td className="end">
                {isBin ? (
                  <Button
                    kind="action"
                    aria-label={`恢复《${convention.title}》`}
                    onClick={() => {
                      onRestore(convention);
                    }}
                  >
                    恢复
                  </Button>
                ) : (
                  <Button
                    kind="flat"
                    aria-label={`把《${convention.title}》移到回收站`}
                    onClick={() => {
                      onDiscard(convention);
                    }}
                  >
                    移到回收站
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
