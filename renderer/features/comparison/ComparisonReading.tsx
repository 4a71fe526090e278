import { memo, type ReactNode } from 'react';
import { partNames } from '#contract/names.ts';
import type { InlineChange, PartComparison } from '#core/comparison/comparison.ts';
import { ChangeFoot } from './ChangeFoot.tsx';
import { changeSentence, type ChangedRow, type ChangeKind, type ChangeSlot, type ViewEntry } from './comparisonView.ts';
import { goToEnd } from './goToEnd.ts';
import { MovedNotes } from './MovedNotes.tsx';
import { partSentence, partWords } from './partWords.ts';
import { WovenWords } from './WovenWords.tsx';

const classes: Record<ChangeKind, string> = { edit: 'e', insert: 'i', delete: 'd', moveAway: 'm', moveHere: 'm', split: 's', merge: 's' };
const partClasses = { edit: 'e', insert: 'i', delete: 'd', same: '' } as const;

function joined(articles: ChangedRow['old']): string {
  return articles.map(({ text }) => text).join('\n');
}

function wovenChanges(row: ChangedRow): readonly InlineChange[] {
  if (row.changes !== undefined) return row.changes;
  if (row.kind === 'insert') return [{ kind: 'insert', text: joined(row.new) }];
  if (row.kind === 'delete') return [{ kind: 'delete', text: joined(row.old) }];
  return [{ kind: 'equal', text: joined(row.new) }];
}

function wovenPart(part: PartComparison): readonly InlineChange[] {
  if (part.changes !== undefined) return part.changes;
  if (part.op === 'insert') return [{ kind: 'insert', text: part.new }];
  if (part.op === 'delete') return [{ kind: 'delete', text: part.old }];
  return [{ kind: 'equal', text: part.new }];
}

/** Where a moved article stood: one line that leads to where it stands now. */
function LeftPlace({ row }: { row: ChangedRow }) {
  const { move } = row;
  return (
    <p className="line left-place" data-move={move} data-side="old">
      <span className="no">{row.old.map(({ label }) => label).join('、')}</span>
      <span>
        {row.word}：
        {move !== undefined && (
          <button type="button" className="link" onClick={(event) => goToEnd(event.currentTarget, move, 'new')}>
            {row.oldTrail}
          </button>
        )}
      </span>
    </p>
  );
}

type LineProps = { row: ChangedRow; isExcerpt: boolean; foot: ReactNode; action: ReactNode };

function ChangedLine({ row, isExcerpt, foot, action }: LineProps) {
  const numbers = row.new.length > 0 ? row.new : row.old;
  const name = changeSentence(row);
  return (
    <article className={`line ${classes[row.kind]}`} data-change={row.number} data-move={row.move} data-side="new" tabIndex={-1} aria-label={name}>
      <span className="no">
        {numbers.map(({ label }) => (
          <span key={label}>{label}</span>
        ))}
        <small>{row.word}</small>
        {row.new.length > 0 && row.newTrail !== '' && <small className="trail">{row.newTrail}</small>}
      </span>
      <div>
        <WovenWords key={isExcerpt ? 'excerpt' : 'whole'} changes={wovenChanges(row)} isExcerpt={isExcerpt} name={name} />
        <MovedNotes notes={[...row.oldNotes, ...row.newNotes]} />
        {action}
        <ChangeFoot>{foot}</ChangeFoot>
      </div>
    </article>
  );
}

type ComparisonReadingProps = {
  entries: readonly ViewEntry[];
  /** leaves long unchanged stretches out of changed articles */
  isExcerpt: boolean;
  footOf?: ChangeSlot | undefined;
  actionOf?: ChangeSlot | undefined;
};

/** The new text in one column, with what was taken out struck where it stood. */
export const ComparisonReading = memo(function ComparisonReading({ entries, isExcerpt, footOf, actionOf }: ComparisonReadingProps) {
  return entries.map((entry, index) => {
    switch (entry.type) {
      case 'heading':
        return (
          <h3 key={index} className="line-heading">
            {entry.text}
          </h3>
        );
      case 'same':
        return (
          <div key={index} className="line">
            <span className="no">
              <span>{entry.row.new.label}</span>
              {entry.row.old.label !== entry.row.new.label && <small className="trail">原{entry.row.old.label}</small>}
            </span>
            <p className="words">{entry.row.new.text}</p>
          </div>
        );
      case 'part': {
        const { part, number } = entry;
        if (number === undefined) {
          return (
            <div key={index} className="line">
              <span className="no">{partNames[part.part]}</span>
              <p className="words">{part.new}</p>
            </div>
          );
        }
        return (
          <article key={index} className={`line ${partClasses[part.op]}`} data-change={number} tabIndex={-1} aria-label={partSentence(part)}>
            <span className="no">
              <span>{partNames[part.part]}</span>
              <small>{partWords[part.op]}</small>
            </span>
            <div>
              <WovenWords key={isExcerpt ? 'excerpt' : 'whole'} changes={wovenPart(part)} isExcerpt={isExcerpt} name={partSentence(part)} />
              <ChangeFoot>{footOf?.({ number, part })}</ChangeFoot>
            </div>
          </article>
        );
      }
      case 'changed': {
        const { row } = entry;
        if (row.kind === 'moveAway') return <LeftPlace key={index} row={row} />;
        const change = { number: row.number, row: row.source };
        return <ChangedLine key={index} row={row} isExcerpt={isExcerpt} foot={footOf?.(change)} action={actionOf?.(change)} />;
      }
    }
  });
});
