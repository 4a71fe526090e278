import { memo, useEffect, useRef } from 'react';
import { severityNames } from '#contract/names.ts';
import { severityClasses } from '#renderer/editor/plugins/findingsPlugin.ts';
import { heatOf, type OutlineRow } from './outlineRows.ts';

type RowProps = OutlineRow & { isCurrent: boolean; onChoose: (id: string) => void };

const Row = memo(function Row({ id, kind, label, words, comments, severity, isCurrent, onChoose }: RowProps) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const remark = [severity === undefined ? '' : severityNames[severity], comments === 0 ? '' : `${comments} 条意见`];
  const name = [label === '' ? words : `${label} ${words}`, ...remark].filter((part) => part !== '').join('，');
  return (
    <li ref={element} className={`row-item ${kind === 'article' ? '' : 'ch'} ${isCurrent ? 'on' : ''}`}>
      <button type="button" aria-label={name} aria-current={isCurrent ? 'location' : undefined} onClick={() => onChoose(id)}>
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

/** The contents at left: it follows the cursor, and a row takes the cursor there. */
export const Outline = memo(function Outline({ rows, currentId, onChoose }: OutlineProps) {
  return (
    <nav className="outline" aria-label="目录">
      <header>
        <b>目录</b>
        <span>意见数</span>
      </header>
      <ul>
        {rows.map((row) => (
          <Row key={row.id} {...row} isCurrent={row.id === currentId} onChoose={onChoose} />
        ))}
      </ul>
    </nav>
  );
});
