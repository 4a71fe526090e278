import { annotationKindNames } from '#contract/names.ts';
import { basisText } from '#core/review/basisText.ts';
import type { Annotation } from '#core/review/review.ts';
import { Button } from '#renderer/components/Button.tsx';
import { kindClasses } from './markClasses.ts';

type AnnotationCardProps = {
  annotation: Annotation;
  number: number;
  label: string;
  isOpen: boolean;
  /** whether the quoted words are no longer in the article */
  isLost: boolean;
  isReadOnly: boolean;
  onOpen: () => void;
  onEdit: () => void;
  onRemove: () => void;
};

/** An annotation at the level of its phrase: kind, words, basis and suggested wording. */
export function AnnotationCard({ annotation, number, label, isOpen, isLost, isReadOnly, onOpen, onEdit, onRemove }: AnnotationCardProps) {
  const { kind, text, basis, suggestion, anchor } = annotation;
  return (
    <article className={`panel rv-note ${kindClasses[kind]}${isOpen ? ' on' : ''}`} data-note={annotation.id} aria-label={`第 ${number} 条批注`}>
      <header>
        <button type="button" className="rv-note-head" aria-pressed={isOpen} onClick={onOpen}>
          <span className={`rv-flag ${kindClasses[kind]}`}>{number}</span>
          <span className={`kind ${kindClasses[kind]}`}>{annotationKindNames[kind]}</span>
          <b>{label}</b>
        </button>
        {isOpen && !isReadOnly && (
          <span className="rv-note-acts">
            <Button kind="flat" onClick={onEdit}>
              修改
            </Button>
            <Button kind="flat" onClick={onRemove}>
              删除
            </Button>
          </span>
        )}
      </header>
      {isLost && <p className="sm dim">正文里已经找不到“{anchor.quote}”</p>}
      <p className="rv-words">{text}</p>
      {(basis.length > 0 || suggestion !== '') && (
        <dl>
          {basis.length > 0 && (
            <>
              <dt>依据</dt>
              <dd>{basisText(basis)}</dd>
            </>
          )}
          {suggestion !== '' && (
            <>
              <dt>改为</dt>
              <dd className="doc-font">{suggestion}</dd>
            </>
          )}
        </dl>
      )}
    </article>
  );
}
