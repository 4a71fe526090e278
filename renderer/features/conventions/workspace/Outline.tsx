import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { severityNames } from '#contract/names.ts';
import { severityClasses } from '#renderer/editor/plugins/findingsPlugin.ts';
import { heatOf, type OutlineRow } from './outlineRows.ts';

type RowProps = OutlineRow & { isCurrent: boolean; isReachable: boolean; onChoose: (id: string) => void };

function stepRow(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const buttons = [...(event.currentTarget.closest('ul')?.querySelectorAll('button') ?? [])];
  const index = buttons.findIndex((button) => button === event.currentTarget);
  buttons[Math.min(Math.max(index + by, 0), buttons.length - 1)]?.focus();
}

const Row = memo(function Row({ id, kind, label, words, comments, severity, isCurrent, isReachable, onChoose }: RowProps) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const remark = [severity === undefined ? '' : severityNames[severity], comments === 0 ? '' : `${comments} 条意见`];
  const name = [label === '' ? words : `${label} ${words}`, ...remark].filter((part) => part !== '').join('，');
  return (
    <li ref={element} className={`row-item ${kind === 'article' ? '' : 'ch'} ${isCurrent ? 'on' : ''}`}>
      <button
        type="button"
        tabIndex={isReachable ? 0 : -1}
        aria-label={name}
        aria-current={isCurrent ? 'location' : undefined}
        onClick={() => onChoose(id)}
        onKeyDown={stepRow}
      >
        <span className="label">{label === '' ? words : label}</span>
        {label !== '' && <span className="t">{words}</span>}
      </button>
      <span className="mw" aria-hidden="true">
        {severity !== undefined && <i className={`mk ${severityClasses[severity]}`} />}
      </span>
      <span className={`h h${heatOf(comments)}`} aria-hidden="true">
        {comments > 0 ? comments : ''}
      </span>
    </li>
  );
});

type OutlineProps = { rows: readonly OutlineRow[]; currentId: string | undefined; onChoose: (id: string) => void };

/** The contents at left: it follows the cursor, and a row takes the cursor there. One tab stop; the arrow keys go through it. */
export const Outline = memo(function Outline({ rows, currentId, onChoose }: OutlineProps) {
  const reachable = rows.some(({ id }) => id === currentId) ? currentId : rows[0]?.id;
  return (
    <nav className="outline" aria-label="目录">
      <header>
        <b>目录</b>
        <span>意见数</span>
      </header>
      <ul>
        {rows.map((row) => (
          <Row key={row.id} {...row} isCurrent={row.id === currentId} isReachable={row.id === reachable} onChoose={onChoose} />
        ))}
      </ul>
    </nav>
  );
});
