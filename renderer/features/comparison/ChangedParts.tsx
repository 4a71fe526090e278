import { partNames } from '#contract/names.ts';
import type { PartComparison } from '#core/comparison/comparison.ts';
import { ChangedWords } from './ChangedWords.tsx';

const placeOf: Record<PartComparison['part'], 'before' | 'after'> = {
  title: 'before',
  subtitle: 'before',
  preamble: 'before',
  heading: 'before',
  lead: 'before',
  verse: 'before',
  closing: 'after',
  annex: 'after',
};

const words = { edit: ['修改', '修改'], insert: ['', '新增'], delete: ['删去', ''], same: ['', ''] } as const;
const classes = { edit: 'e', insert: 'i', delete: 'd', same: '' } as const;

/** Title, preamble, headings, closing and annexes, where they changed. */
export function ChangedParts({ parts, place }: { parts: readonly PartComparison[]; place: 'before' | 'after' }) {
  const changed = parts.filter((part) => part.op !== 'same' && placeOf[part.part] === place);
  return changed.map((part, index) => (
    <article key={index} className="pair" data-change tabIndex={-1} aria-label={`${partNames[part.part]}，${part.op === 'edit' ? '修改' : words[part.op].join('')}`}>
      {(['old', 'new'] as const).map((side, order) => {
        const text = part[side];
        if (text === '') return <div key={side} className="cell none" />;
        return (
          <div key={side} className={`cell ${classes[part.op]}`}>
            <span className="no">
              {partNames[part.part]}
              <small>{words[part.op][order]}</small>
            </span>
            <ChangedWords changes={part.changes} side={side} text={text} />
          </div>
        );
      })}
    </article>
  ));
}
