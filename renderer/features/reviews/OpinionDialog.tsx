import { useState } from 'react';
import { annotationKindNames, aspectNames, conclusionNames } from '#contract/names.ts';
import type { ReviewDetail } from '#contract/reviews.ts';
import { annotationKinds, reviewAspects } from '#core/review/review.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { OpinionFields, type OpinionWords } from './OpinionFields.tsx';

function annotationCounts(review: ReviewDetail): string {
  if (review.annotations.length === 0) return '没有';
  return annotationKinds
    .map((kind) => ({ kind, count: review.annotations.filter((annotation) => annotation.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${annotationKindNames[kind]} ${count} 条`)
    .join('，');
}

function aspectSummary(review: ReviewDetail): string {
  const troubled = reviewAspects.filter((aspect) => review.aspects[aspect]?.result === 'problem');
  return troubled.length === 0 ? '五项都已查完，没有问题' : `${troubled.map((aspect) => aspectNames[aspect]).join('、')}有问题`;
}

type OpinionDialogProps = {
  review: ReviewDetail;
  /** issue: the last look before signing; words: only the number and the remark */
  purpose: 'issue' | 'words';
  isBusy: boolean;
  error: unknown;
  onConfirm: (words: OpinionWords) => void;
  onClose: () => void;
};

/** The number and the remark of the opinion; before signing also what it will say. */
export function OpinionDialog({ review, purpose, isBusy, error, onConfirm, onClose }: OpinionDialogProps) {
  const [words, setWords] = useState<OpinionWords>({ opinionNumber: review.opinionNumber, remark: review.remark });
  const isIssuing = purpose === 'issue';
  return (
    <Dialog
      title={isIssuing ? '出具审查意见书' : '文号和说明'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{isIssuing ? '再看看' : '取消'}</Button>
          <Button
            kind="primary"
            disabled={isBusy}
            onClick={() => {
              onConfirm({ opinionNumber: words.opinionNumber.trim(), remark: words.remark.trim() });
            }}
          >
            {isBusy ? '正在办理' : isIssuing ? '签名并出具' : '保存'}
          </Button>
        </>
      }
    >
      {isIssuing && review.conclusion !== null && (
        <dl className="facts rv-facts">
          <dt>文本</dt>
          <dd>
            {review.title}，第 {review.versionNumber} 版
          </dd>
          <dt>校验码</dt>
          <dd>{review.verificationCode}</dd>
          <dt>审查范围</dt>
          <dd>{aspectSummary(review)}</dd>
          <dt>批注</dt>
          <dd>{annotationCounts(review)}</dd>
          <dt>结论</dt>
          <dd>
            <b>{conclusionNames[review.conclusion]}</b>
          </dd>
        </dl>
      )}
      <OpinionFields words={words} onChange={setWords} />
      {isIssuing && <p className="hint">出具以后，批注和结论都不能再改。意见书只对这一版文本有效，文本改动后要重新审查。</p>}
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}
