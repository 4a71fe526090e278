import { severityNames } from '#contract/names.ts';
import type { ReviewDetail } from '#contract/reviews.ts';
import { Button } from '#renderer/components/Button.tsx';
import { kindClasses, kindOfSeverity } from './markClasses.ts';

export type CarriedFinding = ReviewDetail['findings'][number];

type FindingHintProps = {
  finding: CarriedFinding;
  /** number of the annotation that already stands on the same words */
  taken?: number | undefined;
  onTake?: (() => void) | undefined;
  onShow?: (() => void) | undefined;
};

/** What the automatic pre-check said when the village sent the text, and why the drafter did not follow it. */
export function FindingHint({ finding, taken, onTake, onShow }: FindingHintProps) {
  const kindClass = kindClasses[kindOfSeverity[finding.severity]];
  return (
    <div className="rv-hint">
      <i className={`mk ${kindClass}`} aria-hidden="true" />
      <p>
        <span className="dim">预审提示·{severityNames[finding.severity]}　</span>
        {finding.quote !== '' && <span className="doc-font">“{finding.quote}”</span>}
        {finding.message}
        {finding.dismissedFor !== undefined && <span className="rv-reason">起草人没有采用：{finding.dismissedFor}</span>}
      </p>
      {taken !== undefined && onShow !== undefined && (
        <Button kind="link" onClick={onShow}>
          见批注 {taken}
        </Button>
      )}
      {taken === undefined && onTake !== undefined && (
        <Button kind="link" onClick={onTake}>
          作为批注
        </Button>
      )}
    </div>
  );
}
