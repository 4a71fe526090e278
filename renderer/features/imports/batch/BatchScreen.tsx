import { memo, useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import type { PickedFile } from '../pickedFile.ts';
import { closeBatch, stopBatch, takeBatchBack, type Batch, type BatchRow } from './importBatch.ts';

type Open = (file: PickedFile) => void;

function count(rows: readonly BatchRow[], went: BatchRow['outcome']['went']): number {
  return rows.filter((row) => row.outcome.went === went).length;
}

/** 已导入 38 份，没有导入 2 份 */
function resultSentence(rows: readonly BatchRow[]): string {
  const parts = [
    ['已导入', count(rows, 'imported')],
    ['没有导入', count(rows, 'refused')],
    ['停下没有读', count(rows, 'stopped')],
    ['已经撤回', count(rows, 'takenBack')],
  ] as const;
  return parts
    .filter(([, number]) => number > 0)
    .map(([words, number]) => `${words} ${number} 份`)
    .join('，');
}

function Result({ row: { file, outcome }, onOpen }: { row: BatchRow; onOpen: Open }) {
  switch (outcome.went) {
    case 'waiting':
      return <span className="dimmer">等着读</span>;
    case 'reading':
      return <b>正在读</b>;
    case 'stopped':
      return <span className="dim">停下了，没有导入</span>;
    case 'takenBack':
      return <span className="dim">已经撤回，在回收站里</span>;
    case 'imported':
      return (
        <span className="batch-result">
          <span className="kind good">已导入</span>
          <Link className="link" to={`/conventions/${outcome.conventionId}`}>
            打开《{outcome.title}》
          </Link>
        </span>
      );
    case 'refused': {
      const { remedy } = outcome;
      return (
        <span className="batch-result">
          <span>
            <b>没有导入：</b>
            {outcome.reason}
          </span>
          {remedy !== 'none' && (
            <Button aria-label={`${remedy === 'look' ? '打开核对' : '照着录入'}：${file.name}`} onClick={() => onOpen(file)}>
              {remedy === 'look' ? '打开核对' : '照着录入'}
            </Button>
          )}
        </span>
      );
    }
  }
}

const Row = memo(function Row({ row, onOpen }: { row: BatchRow; onOpen: Open }) {
  const imported = row.outcome.went === 'imported' ? row.outcome : undefined;
  return (
    <tr>
      <th scope="row" className="breakable">
        {row.file.name}
        {row.file.folder !== '' && <small className="dim">{row.file.folder}</small>}
      </th>
      <td>
        {imported?.village}
        {imported?.isSecond === true && <small className="late">这个村已经有一份</small>}
      </td>
      <td className="nw">{imported && `${imported.articles} 条`}</td>
      <td className="nw">{imported && (imported.doubts === 0 ? '没有' : <b>{imported.doubts} 处</b>)}</td>
      <td>
        <Result row={row} onOpen={onOpen} />
      </td>
    </tr>
  );
});

type BatchScreenProps = {
  batch: Batch;
  /** why one of the files could not be opened by itself */
  failure: ReactNode;
  onOpen: Open;
};

/** Many files at once: how far it is, what went how, and the way back. */
export function BatchScreen({ batch, failure, onOpen }: BatchScreenProps) {
  const { rows, at } = batch;
  const heading = useRef<HTMLHeadingElement>(null);
  const now = rows.findIndex((row) => row.outcome.went === 'reading');
  const imported = count(rows, 'imported');
  const isImporting = at === 'importing';
  // The button that stopped the work is gone when it is done; the keyboard goes on from the heading.
  useEffect(() => {
    if (!isImporting && document.activeElement === document.body) heading.current?.focus();
  }, [isImporting]);

  return (
    <div className="page batch">
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          导入多份文档
        </h1>
        <div className="acts">
          {isImporting ? (
            <Button onClick={stopBatch}>停下</Button>
          ) : (
            <>
              {imported > 0 && (
                <Button disabled={at === 'takingBack'} onClick={() => void takeBatchBack()}>
                  {at === 'takingBack' ? '正在撤回' : `撤回这一批（${imported} 份）`}
                </Button>
              )}
              <Button kind="action" disabled={at === 'takingBack'} onClick={closeBatch}>
                收起，再选文件
              </Button>
            </>
          )}
        </div>
      </div>
      <div className={isImporting ? 'note adv' : 'note'} role="status">
        <p>{isImporting ? `正在读第 ${Math.max(1, now + 1)} 份，共 ${rows.length} 份` : `共 ${rows.length} 份：${resultSentence(rows)}`}</p>
        {isImporting && <progress max={rows.length} value={Math.max(0, now)} aria-label="导入进度" />}
      </div>
      {failure}
      {batch.failure !== null && <ErrorNote error={batch.failure} />}
      {!isImporting && count(rows, 'refused') > 0 && <p className="hint">没有导入的不进列表，也不影响别的文件。</p>}
      <table className="ruled batch-table">
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">村</th>
            <th scope="col">条数</th>
            <th scope="col">要留意</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
