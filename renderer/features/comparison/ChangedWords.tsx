import type { InlineChange } from '#core/comparison/comparison.ts';

/** One side of a changed text: the old side keeps what was deleted, the new side what was inserted. */
export function ChangedWords({ changes, side, text }: { changes: readonly InlineChange[] | undefined; side: 'old' | 'new'; text: string }) {
  if (changes === undefined) return <p className="words">{text}</p>;
  const hidden = side === 'old' ? 'insert' : 'delete';
  return (
    <p className="words">
      {changes.map((change, index) => {
        if (change.kind === hidden) return null;
        if (change.kind === 'equal') return <span key={index}>{change.text}</span>;
        return side === 'old' ? <del key={index}>{change.text}</del> : <ins key={index}>{change.text}</ins>;
      })}
    </p>
  );
}
