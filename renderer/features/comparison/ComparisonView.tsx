import { useEffect, useMemo, useRef } from 'react';
import type { ComparisonOperation, DocumentComparison } from '#core/comparison/comparison.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ChangeBands } from './ChangeBands.tsx';
import { ComparisonColumns } from './ComparisonColumns.tsx';
import { comparisonModes, modeNames, useComparisonMode } from './comparisonMode.ts';
import { ComparisonReading } from './ComparisonReading.tsx';
import { changedEntries, countChanges, viewEntries, type ChangeSlot } from './comparisonView.ts';
import { useChangeSteps } from './useChangeSteps.ts';
import './comparison.css';

const legend: readonly { operation: ComparisonOperation; word: string; swatch: string }[] = [
  { operation: 'edit', word: '修改', swatch: 'e' },
  { operation: 'insert', word: '新增', swatch: 'i' },
  { operation: 'delete', word: '删去', swatch: 'd' },
  { operation: 'move', word: '移动', swatch: 'm' },
  { operation: 'split', word: '拆分', swatch: 's' },
  { operation: 'merge', word: '合并', swatch: 's' },
];

function positionSentence(at: number, total: number): string {
  if (total === 0) return '两份文字一样';
  return at === 0 ? `共 ${total} 处` : `第 ${at} 处，共 ${total} 处`;
}

/** What stands on a side: its name, and beside it in small letters when it was made and how long it is. */
export type SideTitle = { name: string; remark: string };

type ComparisonViewProps = {
  comparison: DocumentComparison;
  old: SideTitle;
  fresh: SideTitle;
  /** What a screen puts below each change, such as its reasons. Keep its identity, or every row is drawn again. */
  footOf?: ChangeSlot | undefined;
  /** What can be done with a change that has an old text: stands with that text. */
  actionOf?: ChangeSlot | undefined;
};

/** Any two compared texts, looked at side by side, in one column, or as a list of changes. Fills the column it stands in. */
export function ComparisonView({ comparison, old, fresh, footOf, actionOf }: ComparisonViewProps) {
  const entries = useMemo(() => viewEntries(comparison), [comparison]);
  const changes = useMemo(() => changedEntries(entries), [entries]);
  const total = countChanges(entries);
  const { counts } = comparison;
  const [mode, setMode] = useComparisonMode();
  const { area, at, go } = useChangeSteps(total);
  const shownMode = useRef(mode);
  useEffect(() => {
    // Another way of looking shows the change one was at, without taking the keyboard away from the choice.
    if (shownMode.current === mode) return;
    shownMode.current = mode;
    area.current?.querySelector(`[data-change="${at}"]:not([data-left])`)?.scrollIntoView({ block: 'center' });
  }, [area, at, mode]);
  const hasBands = mode === 'columns' && counts.move + counts.split + counts.merge > 0;
  return (
    <>
      <div className="totals">
        <span className="seg" role="group" aria-label="看的方式">
          {comparisonModes.map((choice) => (
            <button key={choice} type="button" aria-pressed={mode === choice} onClick={() => setMode(choice)}>
              {modeNames[choice]}
            </button>
          ))}
        </span>
        {legend.map(
          ({ operation, word, swatch }) =>
            counts[operation] > 0 && (
              <span key={operation}>
                <i className={`swatch ${swatch}`} aria-hidden="true" />
                {word} {counts[operation]}
              </span>
            ),
        )}
        <span className="dim">未改 {counts.same}</span>
        <span className="right">
          <output className="dim">{positionSentence(at, total)}</output>
          <Button aria-keyshortcuts="Shift+F7 Alt+ArrowUp" disabled={total === 0} onClick={() => go(-1)}>
            上一处 <kbd>Shift+F7</kbd>
          </Button>
          <Button aria-keyshortcuts="F7 Alt+ArrowDown" disabled={total === 0} onClick={() => go(1)}>
            下一处 <kbd>F7</kbd>
          </Button>
        </span>
      </div>
      <section className="compare-scroll" ref={area} tabIndex={0} aria-label="两版对照">
        <div className={['compare-sheet', mode === 'columns' ? 'columns' : 'lines', hasBands ? 'has-bands' : ''].join(' ')}>
          <header>
            <h2>
              旧：{old.name}
              <span>{old.remark}</span>
            </h2>
            <h2>
              新：{fresh.name}
              <span>{fresh.remark}</span>
            </h2>
          </header>
          {mode === 'columns' && <ComparisonColumns entries={entries} footOf={footOf} actionOf={actionOf} />}
          {mode !== 'columns' && <ComparisonReading entries={mode === 'changes' ? changes : entries} isExcerpt={mode === 'changes'} footOf={footOf} actionOf={actionOf} />}
          {mode === 'changes' && total === 0 && <p className="loading">两份文字一样，没有改动。</p>}
          {hasBands && <ChangeBands />}
        </div>
      </section>
    </>
  );
}
