import { Link } from 'react-router';
import { annotationKindNames } from '#contract/names.ts';
import type { ReviewDetail } from '#contract/reviews.ts';
import { annotationKinds } from '#core/review/review.ts';
import { Button } from '#renderer/components/Button.tsx';
import { answersTitle } from './answersTitle.ts';
import { kindClasses } from './markClasses.ts';
import type { PreviousRound } from './usePreviousRound.ts';

type DeskHeadProps = {
  review: ReviewDetail;
  articleCount: number;
  previous: PreviousRound | undefined;
  showsChanges: boolean;
  onToggleChanges: () => void;
  isReadOnly: boolean;
  showsHints: boolean;
  onToggleHints: () => void;
  showsAnswers: boolean;
  onToggleAnswers: () => void;
};

function changeSentence({ round, versionNumber, changes, deletedCount }: PreviousRound): string {
  const parts = [
    ...(changes.size > 0 ? [`改了 ${changes.size} 条`] : []),
    ...(deletedCount > 0 ? [`删了 ${deletedCount} 条`] : []),
  ];
  return `与第 ${round} 轮的第 ${versionNumber} 版相比，${parts.length === 0 ? '条文没有改动' : parts.join('，')}`;
}

function showComments(): void {
  const comments = document.getElementById('review-comments');
  comments?.scrollIntoView();
  comments?.focus({ preventScroll: true });
}

/** Above the text: which version, how to annotate, what can be shown with it. Above the notes: how many of which kind. */
export function DeskHead({
  review,
  articleCount,
  previous,
  showsChanges,
  onToggleChanges,
  isReadOnly,
  showsHints,
  onToggleHints,
  showsAnswers,
  onToggleAnswers,
}: DeskHeadProps) {
  return (
    <>
      <div className="rv-what">
        <span className="nw">
          <b>第 {review.versionNumber} 版</b>
          <span className="dim">　{articleCount} 条</span>
        </span>
        {previous !== undefined && (
          <span className="rv-since">
            <span className="dim">{changeSentence(previous)}　</span>
            <Link className="link" to={`/reviews/${previous.reviewId}`}>
              看第 {previous.round} 轮
            </Link>
          </span>
        )}
        {!isReadOnly && previous === undefined && <span className="dim rv-how">选中文字，或点条文的号，就能加批注</span>}
        <span className="rv-views">
          {previous !== undefined && (
            <Button kind="flat" aria-pressed={showsChanges} onClick={onToggleChanges}>
              改动
            </Button>
          )}
          {review.findings.length > 0 && (
            <Button kind="flat" aria-pressed={showsHints} onClick={onToggleHints}>
              预审提示 {review.findings.length}
            </Button>
          )}
          {review.answers.length > 0 && (
            <Button kind="flat" aria-pressed={showsAnswers} onClick={onToggleAnswers}>
              {answersTitle(review.answers)} {review.answers.length}
            </Button>
          )}
          <Button kind="flat" onClick={showComments}>
            群众意见 {review.comments.length}
          </Button>
        </span>
      </div>
      <p className="rv-counts">
        {review.annotations.length === 0 && <span className="dim">{isReadOnly ? '没有批注' : '还没有批注'}</span>}
        {annotationKinds.map((kind) => {
          const count = review.annotations.filter((annotation) => annotation.kind === kind).length;
          if (count === 0) return null;
          return (
            <span key={kind} className={`kind ${kindClasses[kind]}`}>
              <i className={`mk ${kindClasses[kind]}`} aria-hidden="true" />
              {annotationKindNames[kind]} {count}
            </span>
          );
        })}
      </p>
    </>
  );
}
