import { useState } from 'react';
import { Button } from '#renderer/components/Button.tsx';
import { ChangedWords } from './ChangedWords.tsx';
import { sameSentence, type ChangedRow, type ChangeKind, type ViewArticle, type ViewBlock } from './comparisonView.ts';

const classes: Record<ChangeKind, string> = {
  edit: 'e',
  insert: 'i',
  delete: 'd',
  moveAway: 'm',
  moveHere: 'm',
  split: 'e',
  merge: 'e',
};

/** Names where a moved article went or came from, and leads there. */
function OtherEnd({ word, move, side }: { word: string; move: number; side: 'old' | 'new' }) {
  return (
    <button
      type="button"
      className="link other-end"
      onClick={(event) => {
        const sheet = event.currentTarget.closest('.compare-sheet');
        const end = sheet?.querySelector(`[data-move="${move}"][data-side="${side === 'old' ? 'new' : 'old'}"]`);
        const row = end?.closest<HTMLElement>('[data-change]');
        row?.scrollIntoView({ block: 'center' });
        row?.focus({ preventScroll: true });
      }}
    >
      {word}
    </button>
  );
}

/** Several articles on one side share one run of changes, one article a line; it is cut at the articles' ends. */
function Side({ row, side }: { row: ChangedRow; side: 'old' | 'new' }) {
  const articles = row[side];
  const word = side === 'old' ? row.oldWord : row.newWord;
  if (articles.length === 0) return <div className="cell none" />;
  const text = articles.map((article) => article.text).join('\n');
  return (
    <div className={`cell ${classes[row.kind]}`} data-move={row.move} data-side={side}>
      <span className="no">
        {articles.map((article) => (
          <span key={article.label}>{article.label}</span>
        ))}
        {row.move === undefined ? <small>{word}</small> : <OtherEnd word={word} move={row.move} side={side} />}
      </span>
      <ChangedWords changes={row.changes} side={side} text={text} />
    </div>
  );
}

function SameArticle({ article }: { article: ViewArticle }) {
  return (
    <div className="cell">
      <span className="no">{article.label}</span>
      <p className="words">{article.text}</p>
    </div>
  );
}

function SameBlock({ block }: { block: Extract<ViewBlock, { type: 'same' }> }) {
  const [isOpen, setIsOpen] = useState(false);
  const old = sameSentence(block.rows.map((row) => row.old));
  const fresh = sameSentence(block.rows.map((row) => row.new));
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
        block.rows.map((row) => (
          <div key={row.new.label} className="pair">
            <SameArticle article={row.old} />
            <SameArticle article={row.new} />
          </div>
        ))}
    </>
  );
}

function rowLabel(row: ChangedRow): string {
  const names = (row.new.length > 0 ? row.new : row.old).map((article) => article.label).join('、');
  return `${names}，${row.newWord === '' ? row.oldWord : row.newWord}`;
}

/** The articles in two columns; unchanged runs fold. */
export function ComparisonColumns({ blocks }: { blocks: readonly ViewBlock[] }) {
  return blocks.map((block, index) =>
    block.type === 'same' ? (
      <SameBlock key={index} block={block} />
    ) : (
      <article key={index} className="pair" data-change={block.row.kind} tabIndex={-1} aria-label={rowLabel(block.row)}>
        <Side row={block.row} side="old" />
        <Side row={block.row} side="new" />
      </article>
    ),
  );
}
