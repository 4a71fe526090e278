import { Input } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { annotationKindNames } from '#contract/names.ts';
import { annotationKinds, type Basis } from '#core/review/review.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { draftFault, type AnnotationDraft } from './annotationDraft.ts';
import { kindClasses } from './markClasses.ts';
import { draftMarkId } from './ReviewArticle.tsx';
import { selectedRange } from './selectedRange.ts';

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

/** Choosing the words with the keyboard: the article's text in a field, Shift and the arrow keys select. */
function WordPicker({ draft, text, onPick }: { draft: AnnotationDraft; text: string; onPick: (from: number, to: number) => void }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(draft.from, draft.to);
    // Only when the field appears: afterwards the person moves the selection.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className="field">
      <label htmlFor={id} className="hint">
        按住 Shift 键用方向键选，或用鼠标选
      </label>
      <textarea
        id={id}
        ref={field}
        className="input doc-font"
        aria-readonly
        inputMode="none"
        rows={4}
        // Not `readOnly`: Chromium moves no caret in such a field. What is typed into it is taken back.
        value={text}
        onChange={() => undefined}
        onBeforeInput={(event) => {
          event.preventDefault();
        }}
        onSelect={({ currentTarget }) => {
          const { selectionStart, selectionEnd } = currentTarget;
          const range = selectedRange(
            { articleId: draft.articleId, offset: selectionStart },
            { articleId: draft.articleId, offset: selectionEnd },
            [draft.articleId],
            () => text,
          );
          if (range !== undefined) onPick(range.from, range.to);
        }}
      />
    </div>
  );
}

function BasisRows({ basis, laws, onChange }: { basis: readonly Basis[]; laws: readonly string[]; onChange: (basis: Basis[]) => void }) {
  const listId = useId();
  const change = (index: number, part: Partial<Basis>) => {
    onChange(basis.map((one, order) => (order === index ? { ...one, ...part } : one)));
  };
  return (
    <>
      <datalist id={listId}>
        {laws.map((law) => (
          <option key={law} value={law}>
            {law}
          </option>
        ))}
      </datalist>
      {basis.map(({ law, article }, index) => (
        <div key={index} className="rv-basis">
          <Input
            value={law}
            list={listId}
            maxLength={100}
            placeholder="法规名称"
            aria-label={`第 ${index + 1} 条依据的法规名称`}
            onChange={(event) => {
              change(index, { law: event.target.value });
            }}
          />
          <Input
            value={article}
            maxLength={100}
            placeholder="第几条"
            aria-label={`第 ${index + 1} 条依据的条文`}
            onChange={(event) => {
              change(index, { article: event.target.value });
            }}
          />
          <Button
            kind="flat"
            aria-label={`去掉第 ${index + 1} 条依据`}
            onClick={() => {
              onChange(basis.filter((_, order) => order !== index));
            }}
          >
            去掉
          </Button>
        </div>
      ))}
    </>
  );
}

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
