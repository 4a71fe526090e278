import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { Frame } from '#renderer/app/Frame.tsx';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { choosePackage } from '#renderer/features/packages/choosePackage.ts';
import { fullDate, weekday } from '#renderer/text/dates.ts';
import { api, queryClient } from '#renderer/transport/api.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { ProgressTable } from './ProgressTable.tsx';
import { TaskList } from './TaskList.tsx';
import { WeekPanel } from './WeekPanel.tsx';
import './workbench.css';

/** As many conventions as the progress table shows; the list behind it shows all. */
const progressRows = 50;

const conventionsQuery = api.conventions.list.queryOptions({ input: { offset: 0, limit: progressRows, discarded: false } });

/** Asks for what the workbench shows before it is drawn, so that its questions do not wait for one another's answers. */
export function loadWorkbench(): null {
  void queryClient.prefetchQuery(api.workbench.tasks.queryOptions());
  void queryClient.prefetchQuery(conventionsQuery);
  return null;
}

/** 工作台: what waits, what is late, what came back, and where every convention stands. */
export function Workbench() {
  const { today, notices } = useInstallation();
  const tasks = useQuery(api.workbench.tasks.queryOptions({ refetchInterval: 60_000 }));
  const conventions = useQuery(conventionsQuery);
  const error = tasks.error ?? conventions.error;
  const isLoaded = tasks.data !== undefined && conventions.data !== undefined;
  const isFirst = isLoaded && tasks.data.length === 0 && conventions.data.total === 0;
  return (
    <Frame windowTitle="工作台">
      <div className="page workbench">
        <div className="page-head">
          <h1>工作台</h1>
          <span className="dim">
            {fullDate(today)} {weekday(today)}
          </span>
          {isLoaded && !isFirst && (
            <div className="acts">
              <Button onClick={() => void choosePackage()}>接收送审包</Button>
              <ButtonLink to="/settings#verification">核对校验码</ButtonLink>
            </div>
          )}
        </div>
        {notices.map((notice) => (
          <div key={notice} className="note must">
            <p>{notice}</p>
          </div>
        ))}
        {error !== null && (
          <ErrorNote error={error}>
            <Button
              onClick={() => {
                void tasks.refetch();
                void conventions.refetch();
              }}
            >
              再试一次
            </Button>
          </ErrorNote>
        )}
        {error === null && !isLoaded && <Loading />}
        {isFirst && <FirstSteps />}
        {isLoaded && !isFirst && (
          <div className="desk">
            <TaskList tasks={tasks.data} today={today} />
            <WeekPanel tasks={tasks.data} today={today} />
            {conventions.data.total > 0 && (
              <ProgressTable
                conventions={conventions.data.conventions}
                total={conventions.data.total}
                tasks={tasks.data}
              />
            )}
          </div>
        )}
      </div>
    </Frame>
  );
}
