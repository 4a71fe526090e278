import { memo, useState, type ReactNode } from 'react';
import { partNames } from '#contract/names.ts';
import type { PartComparison } from '#core/comparison/comparison.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ChangeFoot } from './ChangeFoot.tsx';
import { ChangedWords } from './ChangedWords.tsx';
import { changesPerArticle } from './changesPerArticle.ts';
import {
  changeSentence,
  sameSentence,
  viewBlocks,
  type ChangedRow,
  type ChangeKind,
  type SameRow,
  type ChangeSlot,
  type ViewArticle,
  type ViewEntry,
} from './comparisonView.ts';
import { goToEnd } from './goToEnd.ts';
import { MovedNotes } from './MovedNotes.tsx';
import { partSentence, partWords } from './partWords.ts';

const classes: Record<ChangeKind, string> = { edit: 'e', insert: 'i', delete: 'd', moveAway: 'm', moveHere: 'm', split: 's', merge: 's' };
const partClasses = { edit: 'e', insert: 'i', delete: 'd', same: '' } as const;

/** Several articles on one side share one run of changes; each stands in a cell of its own, so that bands can lead to it. */
function Side({ row, side, action }: { row: ChangedRow; side: 'old' | 'new'; action?: ReactNode }) {
  const articles = row[side];
  const { move } = row;
  if (articles.length === 0) return <div className="cell none" />;
  const trail = side === 'old' ? row.oldTrail : row.newTrail;
  const pieces =
    row.changes === undefined || articles.length === 1
      ? undefined
      : changesPerArticle(row.changes, articles.map(({ text }) => text), side);
  const isBanded = row.kind === 'split' || row.kind === 'merge' || move !== undefined;
  return (
    <div className="side">
      {articles.map((article, index) => (
        <div
          key={article.label}
          className={`cell ${classes[row.kind]}`}
          data-move={move}
          data-band={isBanded ? row.number : undefined}
          data-side={side}
        >
          <span className="no">
            <span>{article.label}</span>
            <small>{row.word}</small>
            {trail !== '' && move === undefined && <small className="trail">{trail}</small>}
            {trail !== '' && move !== undefined && (
              <button type="button" className="link trail" onClick={(event) => goToEnd(event.currentTarget, move, side === 'old' ? 'new' : 'old')}>
                {trail}
              </button>
            )}
          </span>
          <div>
            <ChangedWords changes={pieces === undefined ? row.changes : pieces[index]} side={side} text={article.text} />
            {index === articles.length - 1 && <MovedNotes notes={side === 'old' ? row.oldNotes : row.newNotes} />}
            {index === articles.length - 1 && action}
          </div>
        </div>
      ))}
    </div>
  );
}

function PartSides({ part }: { part: PartComparison }) {
  return (['old', 'new'] as const).map((side) => {
    const text = part[side];
    if (text === '') return <div key={side} className="cell none" />;
    return (
      <div key={side} className={`cell ${partClasses[part.op]}`}>
        <span className="no">
          <span>{partNames[part.part]}</span>
          <small>{partWords[part.op]}</small>
        </span>
        <ChangedWords changes={part.changes} side={side} text={text} />
      </div>
    );
  });
}

function SameArticle({ article }: { article: ViewArticle }) {
  return (
    <div className="cell">
      <span className="no">
        <span>{article.label}</span>
      </span>
      <p className="words">{article.text}</p>
    </div>
  );
}

function SameBlock({ rows }: { rows: readonly SameRow[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const old = sameSentence(rows.map((row) => row.old));
  const fresh = sameSentence(rows.map((row) => row.new));
  return (
    <>
      <div className="pair skip">
        <p>{old}</p>
        <p>
          {fresh}
          <Button
            kind="link"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? '收起' : '展开'}：${fresh}`}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {isOpen ? '收起' : '展开'}
          </Button>
        </p>
      </div>
      {isOpen &&
        rows.map((row) => (
          <div key={row.new.label} className="pair">
            <SameArticle article={row.old} />
            <SameArticle article={row.new} />
          </div>
        ))}
    </>
  );
}

type ComparisonColumnsProps = {
  entries: readonly ViewEntry[];
  footOf?: ChangeSlot | undefined;
  actionOf?: ChangeSlot | undefined;
};

/** Two texts in two columns that scroll as one, old on the left; unchanged runs fold. */
export const ComparisonColumns = memo(function ComparisonColumns({ entries, footOf, actionOf }: ComparisonColumnsProps) {
  return viewBlocks(entries).map((block, index) => {
    switch (block.type) {
      case 'same':
        return <SameBlock key={index} rows={block.rows} />;
      case 'part':
        return (
          <article key={index} className="pair" data-change={block.number} tabIndex={-1} aria-label={partSentence(block.part)}>
            <PartSides part={block.part} />
            <ChangeFoot>{footOf?.(block)}</ChangeFoot>
          </article>
        );
      case 'changed': {
        const { row } = block;
        const change = { number: row.number, row: row.source };
        const foot = row.kind === 'moveAway' ? null : footOf?.(change);
        return (
          <article
            key={index}
            className="pair"
            data-change={row.number}
            data-left={row.kind === 'moveAway' ? '' : undefined}
            tabIndex={-1}
            aria-label={changeSentence(row)}
          >
            <Side row={row} side="old" action={actionOf?.(change)} />
            <Side row={row} side="new" />
            <ChangeFoot>{foot}</ChangeFoot>
          </article>
        );
      }
    }
  });
});
