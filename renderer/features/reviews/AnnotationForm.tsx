import { Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { annotationKindNames } from '#contract/names.ts';
import { annotationKinds, type Basis } from '#core/review/review.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { BasisRows } from './BasisRows.tsx';
import { draftFault, type AnnotationDraft } from './annotationDraft.ts';
import { kindClasses } from './markClasses.ts';
import { draftMarkId } from './ReviewArticle.tsx';
import { WordPicker } from './WordPicker.tsx';

type AnnotationFormProps = {
  draft: AnnotationDraft;
  label: string;
  /** articleText of the annotated article */
  text: string;
  /** bases of the pre-check's findings on this article */
  carriedBasis: readonly Basis[];
  /** names of laws that the field suggests */
  laws: readonly string[];
  isSaving: boolean;
  error: unknown;
  onChange: (change: Partial<AnnotationDraft>) => void;
  onTakeBasis: () => void;
  onSave: () => void;
  onCancel: () => void;
};

/** Writing an annotation beside its phrase. */
export function AnnotationForm({ draft, label, text, carriedBasis, laws, isSaving, error, onChange, onTakeBasis, onSave, onCancel }: AnnotationFormProps) {
  const words = useRef<HTMLDivElement>(null);
  const [isPicking, setIsPicking] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const textId = useId();
  const suggestionId = useId();
  const faultId = useId();
  const kindName = useId();
  useEffect(() => {
    words.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, []);
  const fault = draftFault(draft);
  const isWhole = draft.from === draft.to;
  return (
    <form
      className={`panel rv-note rv-form on ${kindClasses[draft.kind]}`}
      data-note={draft.id ?? draftMarkId}
      aria-label={`${draft.id === undefined ? '新批注' : '修改批注'}，${label}`}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (fault === undefined) onSave();
      }}
    >
      <header>
        <b>
          {draft.id === undefined ? '新批注' : '修改批注'}　{label}
        </b>
      </header>
      <p className="rv-target">
        <span>{isWhole ? '针对整条' : `针对“${text.slice(draft.from, draft.to)}”`}</span>
        <Button
          kind="link"
          aria-expanded={isPicking}
          onClick={() => {
            setIsPicking(!isPicking);
          }}
        >
          {isPicking ? '收起' : '选文字'}
        </Button>
        {!isWhole && (
          <Button
            kind="link"
            onClick={() => {
              onChange({ from: 0, to: 0 });
            }}
          >
            改为整条
          </Button>
        )}
      </p>
      {isPicking && (
        <WordPicker
          draft={draft}
          text={text}
          onPick={(from, to) => {
            onChange({ from, to });
          }}
        />
      )}
      <div className="seg rv-kinds" role="radiogroup" aria-label="类别">
        {annotationKinds.map((kind) => (
          <label key={kind} className={`kind ${kindClasses[kind]}`}>
            <input
              type="radio"
              className="sr-only"
              name={kindName}
              checked={draft.kind === kind}
              onChange={() => {
                onChange({ kind });
              }}
            />
            <i className={`mk ${kindClasses[kind]}`} aria-hidden="true" />
            {annotationKindNames[kind]}
          </label>
        ))}
      </div>
      <div className="field" ref={words}>
        <label htmlFor={textId}>意见</label>
        <Input.TextArea
          id={textId}
          value={draft.text}
          maxLength={5_000}
          autoSize={{ minRows: 2, maxRows: 10 }}
          aria-describedby={isTried && fault !== undefined ? faultId : undefined}
          onChange={(event) => {
            onChange({ text: event.target.value });
          }}
        />
      </div>
      <div className="field" role="group" aria-label="依据">
        <span className="label">依据</span>
        <BasisRows
          basis={draft.basis}
          laws={laws}
          onChange={(basis) => {
            onChange({ basis });
          }}
        />
        <span className="row">
          <Button
            kind="link"
            onClick={() => {
              onChange({ basis: [...draft.basis, { law: '', article: '' }] });
            }}
          >
            加一条依据
          </Button>
          {carriedBasis.length > 0 && (
            <Button kind="link" onClick={onTakeBasis}>
              用预审提示的依据
            </Button>
          )}
        </span>
      </div>
      <div className="field">
        <label htmlFor={suggestionId}>改为</label>
        <Input.TextArea
          id={suggestionId}
          className="doc-font"
          value={draft.suggestion}
          maxLength={5_000}
          placeholder="可以不写"
          autoSize={{ minRows: 1, maxRows: 8 }}
          onChange={(event) => {
            onChange({ suggestion: event.target.value });
          }}
        />
      </div>
      {error !== null && <ErrorNote error={error} />}
      <div className="row">
        <Button kind="primary" type="submit" disabled={isSaving}>
          {isSaving ? '正在保存' : '保存批注'}
        </Button>
        <Button onClick={onCancel}>取消</Button>
        {isTried && fault !== undefined && (
          <span id={faultId} className="field-error" role="alert">
            {fault}
          </span>
        )}
      </div>
    </form>
  );
}
