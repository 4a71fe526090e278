import { memo, useEffect, useId, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { SourceRow } from './sourceRows.ts';

type RowProps = { row: SourceRow; id: string; isCurrent: boolean; isInPart: boolean; remarks: readonly string[] | undefined };

const Row = memo(function Row({ row, id, isCurrent, isInPart, remarks }: RowProps) {
  const classes = ['source-row', isCurrent && 'current', isInPart && 'in-part', row.isLeftOut && 'left-out'].filter(Boolean).join(' ');
  return (
    <div role="option" id={id} aria-selected={isCurrent} className={classes} data-line={row.line}>
      <span className="line-no">{row.line + 1}</span>
      <span className="line-text breakable" style={{ paddingInlineStart: `${Math.min(row.indent, 6)}em` }}>
        {row.text}
        {row.doubts.map((doubt) => (
          <small key={doubt} className="line-doubt">
            <span className="mk must" aria-hidden="true" /> {doubt}
          </small>
        ))}
        {remarks?.map((remark, index) => (
          <small key={index} className="line-remark">
            {remark}
          </small>
        ))}
      </span>
      <span className="line-begins">{row.begins.join(' ')}</span>
    </div>
  );
});

const pageStep = 10;

/** Where a key leads from the row at `index`; undefined for keys that lead nowhere. */
function rowAfterKey(key: string, index: number, count: number): number | undefined {
  const target = {
    ArrowDown: index + 1,
    ArrowUp: index < 0 ? 0 : index - 1,
    PageDown: index + pageStep,
    PageUp: index - pageStep,
    Home: 0,
    End: count - 1,
  }[key];
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target));
}

type SourcePaneProps = {
  name: string;
  rows: readonly SourceRow[];
  /** 0-based line that is chosen */
  line: number | undefined;
  /** id of the chosen part, whose lines are marked */
  part: string | undefined;
  /** 0-based line → what the file itself says about it: decisions, comments */
  remarks: ReadonlyMap<number, readonly string[]>;
  listRef: RefObject<HTMLDivElement | null>;
  onChoose: (line: number) => void;
  /** Enter: on to what was read from the chosen line. */
  onFollow: () => void;
  /** stands below the lines */
  children: ReactNode;
};

/** The source, line by line with its numbers; the arrow keys move the choice. */
export function SourcePane({ name, rows, line, part, remarks, listRef, onChoose, onFollow, children }: SourcePaneProps) {
  const id = useId();
  const headingId = `${id}-heading`;
  const chosenIndex = rows.findIndex((row) => row.line === line);
  const scrolledTo = useRef<string>(undefined);
  useEffect(() => {
    const key = `${line ?? ''} ${part ?? ''}`;
    if (scrolledTo.current === key) return;
    scrolledTo.current = key;
    listRef.current?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [line, part, listRef]);

  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      onFollow();
      return;
    }
    const target = rowAfterKey(event.key, chosenIndex, rows.length);
    const row = target === undefined ? undefined : rows[target];
    if (row === undefined) return;
    event.preventDefault();
    onChoose(row.line);
  }

  return (
    <section className="source" aria-labelledby={headingId}>
      <h2 id={headingId}>
        原文<span className="sm dim breakable">{name}</span>
      </h2>
      <div
        ref={listRef}
        role="listbox"
        className="source-lines"
        tabIndex={0}
        aria-label="原文各行"
        aria-activedescendant={line === undefined ? undefined : `${id}-${line}`}
        onKeyDown={press}
        onClick={(event) => {
          const pressed = event.target instanceof Element ? event.target.closest('[data-line]')?.getAttribute('data-line') : undefined;
          if (pressed !== undefined && pressed !== null) onChoose(Number(pressed));
        }}
      >
        {rows.map((row) => (
          <Row
            key={row.line}
            id={`${id}-${row.line}`}
            row={row}
            isCurrent={row.line === line}
            isInPart={part !== undefined && row.parts.includes(part)}
            remarks={remarks.get(row.line)}
          />
        ))}
      </div>
      {children}
    </section>
  );
}
