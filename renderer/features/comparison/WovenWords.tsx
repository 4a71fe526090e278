import { useState } from 'react';
import type { InlineChange } from '#core/comparison/comparison.ts';
import { Button } from '#renderer/components/Button.tsx';
import { excerptChanges, type ExcerptPiece } from './excerptChanges.ts';

/** Both sides of a text in one run, with long unchanged stretches left out until they are asked for where `isExcerpt`. */
export function WovenWords({ changes, isExcerpt, name }: { changes: readonly InlineChange[]; isExcerpt: boolean; name: string }) {
  const [isWhole, setIsWhole] = useState(!isExcerpt);
  const pieces: readonly ExcerptPiece[] = isWhole ? changes : excerptChanges(changes);
  const hasGaps = isExcerpt && (isWhole || pieces.some(({ kind }) => kind === 'gap'));
  return (
    <>
      <p className="words">
        {pieces.map((piece, index) => {
          switch (piece.kind) {
            case 'equal':
              return <span key={index}>{piece.text}</span>;
            case 'insert':
              return <ins key={index}>{piece.text}</ins>;
            case 'delete':
              return <del key={index}>{piece.text}</del>;
            case 'gap':
              return (
                <span key={index} className="gap">
                  ……
                </span>
              );
          }
        })}
      </p>
      {hasGaps && (
        <Button kind="link" aria-expanded={isWhole} aria-label={`${isWhole ? '只看改处' : '看全文'}：${name}`} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? '只看改处' : '看全文'}
        </Button>
      )}
    </>
  );
}
