import { Link } from 'react-router';
import type { ConventionSummary } from '#contract/conventions.ts';
import { mainLine } from '#core/workflow/workflow.ts';
import { stageNames } from '#contract/names.ts';
import { hasTask, presentText } from './presentText.ts';
import type { Task } from './TaskList.tsx';

type ProgressTableProps = { conventions: readonly ConventionSummary[]; total: number; tasks: readonly Task[] };

function Row({ convention, tasks }: { convention: ConventionSummary; tasks: readonly Task[] }) {
  const at = convention.stage === 'repealed' ? mainLine.length : mainLine.indexOf(convention.stage);
  const late = hasTask(convention, tasks, 'late');
  return (
    <tr>
      <th scope="row">
        <Link className="link" to={`/conventions/${convention.id}`}>
          {convention.title}
        </Link>
        {convention.isSample && <span className="tag">示例</span>}
        {convention.isRegistered && <span className="tag">登记</span>}
      </th>
      {mainLine.map((stage, index) => {
        if (index < at) {
          return (
            <td key={stage} className={convention.isRegistered ? undefined : 'done'}>
              <span className="stage-bar" />
              <span className="sr-only">{convention.isRegistered ? '没有在本机办' : '办完'}</span>
            </td>
          );
        }
        if (index > at) {
          return (
            <td key={stage}>
              <span className="stage-bar" />
              <span className="sr-only">还没办到</span>
            </td>
          );
        }
        return (
          <td key={stage} className={late ? 'at red' : 'at'}>
            <span className="stage-bar" />
            <span className={late ? 't late' : 't'}>{presentText(convention, tasks)}</span>
          </td>
        );
      })}
    </tr>
  );
}

/** 各村进度: one row a convention, one column a stage. */
export function ProgressTable({ conventions, total, tasks }: ProgressTableProps) {
  const published = conventions.filter((convention) => convention.stage === 'published').length;
  const ended = conventions.filter((convention) => convention.stage === 'repealed').length;
  return (
    <section className="prog" aria-label="各村进度">
      <header>
        <h2>各村进度</h2>
        <span className="sm dim">
          正在办理 {conventions.length - published - ended} 件，已公布 {published} 件
          {total > conventions.length && `（最近 ${conventions.length} 件）`}
        </span>
        <Link className="link" to="/conventions">
          全部村规民约
        </Link>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">村规民约</th>
            {mainLine.map((stage) => (
              <th key={stage} scope="col">
                {stageNames[stage]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {conventions.map((convention) => (
            <Row key={convention.id} convention={convention} tasks={tasks} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
