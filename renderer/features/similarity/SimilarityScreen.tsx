import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Frame } from '#renderer/app/Frame.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { client } from '#renderer/transport/client.ts';
import { bytesOf, native } from '#renderer/transport/native.ts';
import { GroupList } from './GroupList.tsx';
import { SimilarityChooser } from './SimilarityChooser.tsx';
import { closeSimilarity, failureSentence, startSimilarity, stopSimilarity, useSimilarityRun, type RefusedText, type SimilarityRun } from './similarityRun.ts';
import { reportSentence } from './similarityRows.ts';
import { VillageTable } from './VillageTable.tsx';
import '#renderer/features/conventions/conventions.css';
import './similarity.css';

const refusedAtFirst = 20;

function Refused({ refused }: { refused: readonly RefusedText[] }) {
  const [isOpen, setIsOpen] = useState(false);
  if (refused.length === 0) return null;
  return (
    <section aria-labelledby="similarity-refused">
      <h2 id="similarity-refused">没有比的 {refused.length} 份</h2>
      <ul className="refused">
        {(isOpen ? refused : refused.slice(0, refusedAtFirst)).map(({ name, reason }, index) => (
          <li key={index}>
            <b className="breakable">{name}</b> {reason}
          </li>
        ))}
      </ul>
      {!isOpen && refused.length > refusedAtFirst && (
        <Button kind="link" onClick={() => setIsOpen(true)}>
          还有 {refused.length - refusedAtFirst} 份，全部列出
        </Button>
      )}
    </section>
  );
}

function Working({ run }: { run: Extract<SimilarityRun, { at: 'gathering' | 'comparing' }> }) {
  const isGathering = run.at === 'gathering';
  const sentence = isGathering ? (run.total === 0 ? '正在读文本' : `正在读第 ${Math.min(run.read + 1, run.total)} 份，共 ${run.total} 份`) : '文本读完了，正在比';
  return (
    <div className="note adv" role="status">
      <p>{sentence}</p>
      <progress max={isGathering ? Math.max(1, run.total) : 1} value={isGathering ? run.read : run.share} aria-label={isGathering ? '读文本的进度' : '比对的进度'} />
    </div>
  );
}

/** 雷同比对: many villages' texts against each other and against a template. */
export function SimilarityScreen() {
  const run = useSimilarityRun();
  const heading = useRef<HTMLHeadingElement>(null);
  const at = run?.at;
  const isWorking = at === 'gathering' || at === 'comparing';
  // The button that was pressed is gone when the screen changes; the keyboard goes on from the heading.
  const shownAt = useRef(at);
  useEffect(() => {
    if (shownAt.current !== at && document.activeElement === document.body) heading.current?.focus();
    shownAt.current = at;
  }, [at]);
  const table = useMutation({
    mutationFn: async ({ runId, refused }: { runId: string; refused: readonly RefusedText[] }) => {
      const file = await client.similarity.table({ runId, refused: [...refused] });
      if (await native.saveFile(file.name, await bytesOf(file))) showNotice(`已保存“${file.name}”`);
    },
  });
  return (
    <Frame title="雷同比对">
      <div className={run === undefined ? 'page narrow similarity' : 'page similarity'}>
        <div className="page-head">
          <h1 ref={heading} tabIndex={-1}>
            雷同比对
          </h1>
          <div className="acts">
            {isWorking && <Button onClick={stopSimilarity}>停下</Button>}
            {(at === 'done' || at === 'failed') && <Button onClick={closeSimilarity}>重新选文本</Button>}
            {run?.at === 'done' && (
              <Button kind="action" disabled={table.isPending} onClick={() => table.mutate({ runId: run.runId, refused: run.refused })}>
                {table.isPending ? '正在做表格' : '存为表格'}
              </Button>
            )}
          </div>
        </div>
        {run === undefined && <SimilarityChooser onStart={(texts, template) => void startSimilarity(texts, template)} />}
        {(run?.at === 'gathering' || run?.at === 'comparing') && <Working run={run} />}
        {run?.at === 'done' && table.error !== null && <ErrorNote error={table.error} />}
        {run?.at === 'failed' && (
          <div className="note bad" role="alert">
            <p>{failureSentence(run.failure)}</p>
          </div>
        )}
        {run?.at === 'done' && (
          <>
            <p role="status" className="report-sentence">
              {reportSentence(run.report)}
            </p>
            <GroupList report={run.report} />
            <VillageTable runId={run.runId} report={run.report} />
          </>
        )}
        {run !== undefined && !isWorking && <Refused refused={run.refused} />}
      </div>
    </Frame>
  );
}
