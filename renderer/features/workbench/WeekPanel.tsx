import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '#renderer/components/Button.tsx';
import { shortWeekday, weekOf } from '#renderer/text/dates.ts';
import type { Task } from './TaskList.tsx';

/** 本周期限: the seven days of a week with what falls due on each. */
export function WeekPanel({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  const [weeks, setWeeks] = useState(0);
  return (
    <section className="panel week" aria-label={weeks === 0 ? '本周期限' : '下周期限'}>
      <header>
        <h2>{weeks === 0 ? '本周期限' : '下周期限'}</h2>
        <Button
          kind="link"
          onClick={() => {
            setWeeks(weeks === 0 ? 1 : 0);
          }}
        >
          {weeks === 0 ? '看下周' : '看本周'}
        </Button>
      </header>
      <ul>
        {weekOf(today, weeks).map((day) => {
          const due = tasks.filter((task) => task.dueOn === day);
          return (
            <li key={day} className={day === today ? 'now' : undefined}>
              <span>
                {Number(day.slice(8))} {day === today ? '今天' : shortWeekday(day)}
              </span>
              {due.length === 0 ? (
                <span className="dim">无</span>
              ) : (
                <span>
                  {due.map((task) => (
                    <Link key={task.key} to={task.path} className="due">
                      {task.place}：{task.title}
                    </Link>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
