import { useId, useState } from 'react';
import { conclusionNames } from '#contract/names.ts';
import type { ReviewDetail } from '#contract/reviews.ts';
import { conclusions, type Conclusion } from '#core/review/review.ts';
import { Button } from '#renderer/components/Button.tsx';
import { fullDate } from '#renderer/text/dates.ts';
import { OpinionDialog } from './OpinionDialog.tsx';
import type { OpinionWords } from './OpinionFields.tsx';

type ConclusionBarProps = {
  review: ReviewDetail;
  isReadOnly: boolean;
  isBusy: boolean;
  error: unknown;
  onConclude: (conclusion: Conclusion | null, words: OpinionWords) => Promise<unknown>;
  onIssue: (conclusion: Conclusion, words: OpinionWords) => Promise<unknown>;
  onSavePackage: () => void;
  onOpenPdf: () => void;
  onSaveWord: () => void;
};

/** Short names for the row of choices; the opinion itself says them in full. */
const shortNames: Record<Conclusion, string> = { ...conclusionNames, advised: '建议修改' };

function Issued({ review, isBusy, onSavePackage, onOpenPdf, onSaveWord }: ConclusionBarProps) {
  if (review.issuedAt === null || review.conclusion === null) return null;
  return (
    <footer className="rv-end issued">
      <p>
        已于{fullDate(review.issuedAt)}出具审查意见书：<b>{conclusionNames[review.conclusion]}</b>
        {review.opinionNumber !== '' && <span className="dim">　{review.opinionNumber}</span>}
      </p>
      <span className="rv-end-acts">
        <Button disabled={isBusy} onClick={onOpenPdf}>
          看意见书
        </Button>
        <Button disabled={isBusy} onClick={onSaveWord}>
          存为 Word
        </Button>
        <Button kind="primary" disabled={isBusy} onClick={onSavePackage}>
          存为意见包
        </Button>
      </span>
    </footer>
  );
}

/** The conclusion, its number and remark, and the button that signs the opinion with the reason while it cannot be pressed. */
export function ConclusionBar(props: ConclusionBarProps) {
  const { review, isReadOnly, isBusy, error, onConclude, onIssue } = props;
  const [dialog, setDialog] = useState<'issue' | 'words' | undefined>(undefined);
  /** what was just chosen and is on its way to the store */
  const [chosen, setChosen] = useState<Conclusion | undefined>(undefined);
  const name = useId();
  const reasonId = useId();
  if (review.issuedAt !== null) return <Issued {...props} />;
  if (isReadOnly) return null;
  const words = { opinionNumber: review.opinionNumber, remark: review.remark };
  const close = () => {
    setDialog(undefined);
  };
  return (
    <footer className="rv-end">
      <b className="nw" id={`${name}-label`}>
        审查结论
      </b>
      <div className="seg rv-conclusions" role="radiogroup" aria-labelledby={`${name}-label`}>
        {conclusions.map((conclusion) => (
          <label key={conclusion}>
            <input
              type="radio"
              name={name}
              checked={(chosen ?? review.conclusion) === conclusion}
              onChange={() => {
                setChosen(conclusion);
                const settle = () => {
                  setChosen(undefined);
                };
                // A failure stays above the text as a sentence; the choice goes back to what is stored.
                void onConclude(conclusion, words).then(settle, settle);
              }}
            />
            {shortNames[conclusion]}
          </label>
        ))}
      </div>
      <Button
        kind="link"
        onClick={() => {
          setDialog('words');
        }}
      >
        {review.opinionNumber === '' && review.remark === '' ? '写文号和说明' : '改文号和说明'}
      </Button>
      {review.issueRefusal !== null && (
        <span className="rv-why" id={reasonId}>
          {review.issueRefusal}。
        </span>
      )}
      <span className="rv-end-acts">
        <Button
          kind={review.issueRefusal === null ? 'primary' : 'plain'}
          disabled={review.issueRefusal !== null || isBusy}
          aria-describedby={review.issueRefusal === null ? undefined : reasonId}
          onClick={() => {
            setDialog('issue');
          }}
        >
          出具审查意见书
        </Button>
      </span>
      {dialog !== undefined && (
        <OpinionDialog
          review={review}
          purpose={dialog}
          isBusy={isBusy}
          error={error}
          onClose={close}
          onConfirm={(changed) => {
            const run =
              dialog === 'issue' && review.conclusion !== null
                ? onIssue(review.conclusion, changed)
                : onConclude(review.conclusion, changed);
            // A failure stays in the dialog as a sentence.
            void run.then(close, () => undefined);
          }}
        />
      )}
    </footer>
  );
}
