import { useState } from 'react';
import type { Outputs } from '#contract/contract.ts';
import { ButtonLink } from '#renderer/components/Button.tsx';
import { shortDate } from '#renderer/text/dates.ts';

export type Task = Outputs['workbench']['tasks'][number];

const groups = ['late', 'returned', 'waiting'] as const satisfies readonly Task['group'][];

const groupNames: Record<Task['group'], string> = { late: '已逾期', returned: '退回修改', waiting: '待我处理' };

/** 逾期 2 天, 今天到期, 还有 3 天 */
function remaining(daysLeft: number): string {
  if (daysLeft < 0) return `逾期 ${-daysLeft} 天`;
  return daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`;
}

function TaskRow({ task, today }: { task: Task; today: string }) {
  const isLate = task.group === 'late';
  return (
    <li>
      <div>
        <b>{task.title}</b>
        <span className="sm dim">
          {task.place}
          {task.remark !== '' && `　${task.remark}`}
        </span>
      </div>
      <div className="when">
        {task.daysLeft !== null && <span className={isLate ? 'late' : undefined}>{remaining(task.daysLeft)}</span>}
        {task.dueOn !== null && (
          <span className="sm dim">
            {isLate ? `应于${shortDate(task.dueOn, today)}办完` : `${shortDate(task.dueOn, today)}前`}
          </span>
        )}
      </div>
      <ButtonLink to={task.path} kind={isLate ? 'primary' : 'action'}>
        {task.action}
      </ButtonLink>
    </li>
  );
}

/** The to-do list in three groups, the late first; the buttons above show one group alone. */
export function TaskList({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  const [shown, setShown] = useState<Task['group'] | undefined>(undefined);
  const present = groups.filter((group) => tasks.some((task) => task.group === group));
  const selected = shown !== undefined && present.includes(shown) ? shown : undefined;
  return (
    <section className="todo" aria-label="待办">
      {present.length > 1 && (
        <fieldset className="seg" aria-label="只看一类">
          <button
            type="button"
            aria-pressed={selected === undefined}
            onClick={() => {
              setShown(undefined);
            }}
          >
            全部<b>{tasks.length}</b>
          </button>
          {present.map((group) => (
            <button
              key={group}
              type="button"
              aria-pressed={selected === group}
              onClick={() => {
                setShown(group);
              }}
            >
              {groupNames[group]}
              <b className={group === 'late' ? 'late' : undefined}>
                {tasks.filter((task) => task.group === group).length}
              </b>
            </button>
          ))}
        </fieldset>
      )}
      <div className="todo-list">
        {tasks.length === 0 && <p className="nothing">没有等您处理的事。</p>}
        {present
          .filter((group) => selected === undefined || selected === group)
          .map((group) => (
            <div key={group}>
              <h2 className={group === 'late' ? 'late' : undefined}>{groupNames[group]}</h2>
              <ul>
                {tasks
                  .filter((task) => task.group === group)
                  .map((task) => (
                    <TaskRow key={task.key} task={task} today={today} />
                  ))}
              </ul>
            </div>
          ))}
      </div>
    </section>
  );
}
