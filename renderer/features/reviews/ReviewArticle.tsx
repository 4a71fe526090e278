import { Fragment } from 'react';
import { annotationKindNames } from '#contract/names.ts';
import type { Article } from '#core/document/document.ts';
import { referenceText, type Numbering } from '#core/document/numberDocument.ts';
import type { ArticleChange } from './articleChanges.ts';
import { articleLines } from './articleLines.ts';
import { kindClasses } from './markClasses.ts';
import { markedPieces, type Mark, type Piece } from './markedPieces.ts';

/** The mark of an annotation that is being written. */
export const draftMarkId = 'draft';

function Flag({ mark, isOpen, onOpen }: { mark: Mark; isOpen: boolean; onOpen: (id: string) => void }) {
  const className = `rv-flag ${kindClasses[mark.kind]}`;
  if (mark.id === draftMarkId) {
    return (
      <span className={className} data-flag={mark.id} aria-hidden="true">
        新
      </span>
    );
  }
  return (
    <button
      type="button"
      className={className}
      data-flag={mark.id}
      aria-pressed={isOpen}
      aria-label={`第 ${mark.number} 条批注，${annotationKindNames[mark.kind]}`}
      onClick={() => {
        onOpen(mark.id);
      }}
    >
      {mark.number}
    </button>
  );
}

/** Where the last character of a piece begins; a surrogate pair is one character. */
function lastCharacter(text: string, { from, to }: Piece): number {
  const code = text.charCodeAt(to - 1);
  return code >= 0xdc00 && code <= 0xdfff && to - 2 >= from ? to - 2 : to - 1;
}

/** Text that carries its offset, underlined for the gravest annotation on it. */
function Words({ text, from, to, piece }: { text: string; from: number; to: number; piece: Piece }) {
  if (from === to) return null;
  const top = piece.covering[0];
  const Element = piece.isInserted ? 'ins' : 'span';
  return (
    <Element data-from={from} className={top === undefined ? undefined : `u ${kindClasses[top.kind]}`}>
      {text.slice(from, to)}
    </Element>
  );
}

type ReviewArticleProps = {
  article: Article;
  numbering: Numbering;
  marks: readonly Mark[];
  /** since the round before; absent when nothing changed or changes are not shown */
  change: ArticleChange | undefined;
  openId: string | undefined;
  /** whether this number is the one that Tab reaches */
  isReached: boolean;
  isReadOnly: boolean;
  onOpen: (annotationId: string) => void;
  /** Begins an annotation on the article as a whole. */
  onAnnotate: () => void;
  onReach: () => void;
  /** Arrow keys, Home and End on the number go on to another article. */
  onMove: (key: string) => boolean;
};

/** An article with its number, its text in pieces that carry their offsets, and the flags of its annotations. */
export function ReviewArticle({ article, numbering, marks, change, openId, isReached, isReadOnly, onOpen, onAnnotate, onReach, onMove }: ReviewArticleProps) {
  const { text, lines } = articleLines(article, numbering);
  const label = numbering.labels.get(article.attrs.id) ?? '';
  const wholes = marks.filter((mark) => mark.from === mark.to);
  const isOn = marks.some((mark) => mark.id === openId || mark.id === draftMarkId);
  const flag = (mark: Mark) => <Flag key={mark.id} mark={mark} isOpen={mark.id === openId} onOpen={onOpen} />;
  return (
    <div className={`art rv-art${isOn ? ' on' : ''}${change === undefined ? '' : ' chg'}`}>
      <div className="rv-no">
        {isReadOnly ? (
          <span className="no">{label}</span>
        ) : (
          <button
            type="button"
            className={label === '' ? 'no rv-number none' : 'no rv-number'}
            data-number={article.attrs.id}
            tabIndex={isReached ? 0 : -1}
            aria-label={`对${referenceText(article.attrs.id, numbering)}加批注${label.startsWith('第') ? '' : `，${label}`}`}
            onFocus={onReach}
            onKeyDown={(event) => {
              if (onMove(event.key)) event.preventDefault();
            }}
            onClick={onAnnotate}
          >
            {label === '' ? '批注' : label}
          </button>
        )}
        {change !== undefined && <span className="rv-change">{change.name}</span>}
      </div>
      <div className="rv-text" data-article={article.attrs.id}>
        {lines.map((line, index) => {
          const isLast = index === lines.length - 1;
          return (
            <p key={index} className={`${line.kind} depth${line.depth}`}>
              {markedPieces(line.from, line.to, marks, change).map((piece) => (
                <Fragment key={piece.from}>
                  {piece.removed !== '' && <del>{piece.removed.replaceAll('\n', ' ')}</del>}
                  <Words text={text} from={piece.from} to={piece.ending.length === 0 ? piece.to : lastCharacter(text, piece)} piece={piece} />
                  {piece.ending.length > 0 && (
                    // A flag never starts a line without the end of its phrase.
                    <span className="nw">
                      <Words text={text} from={lastCharacter(text, piece)} to={piece.to} piece={piece} />
                      {piece.ending.map(flag)}
                    </span>
                  )}
                </Fragment>
              ))}
              {isLast && wholes.map(flag)}
            </p>
          );
        })}
      </div>
    </div>
  );
}
