import { useQuery } from '@tanstack/react-query';
import { conclusionNames } from '#contract/names.ts';
import type { Outputs } from '#contract/contract.ts';
import { daysBetween } from '#core/calendar/daysBetween.ts';
import { Frame } from '#renderer/app/Frame.tsx';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { choosePackage } from '#renderer/features/packages/choosePackage.ts';
import { shortDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { deadlineText } from './deadlineText.ts';
import './reviews.css';

type ReviewSummary = Outputs['reviews']['list'][number];

function stateText(review: ReviewSummary): string {
  if (review.issuedAt !== null) return review.conclusion === null ? '已出具意见书' : `已出具：${conclusionNames[review.conclusion]}`;
  return review.annotationCount === 0 ? '还没有批注' : `审查中，批注 ${review.annotationCount} 条`;
}

function ReviewRow({ review, today }: { review: ReviewSummary; today: string }) {
  const isOpen = review.issuedAt === null;
  const isLate = isOpen && daysBetween(today, review.deadline) < 0;
  return (
    <tr>
      <td>
        <b>{review.title}</b>
        <span className="sm dim rv-under">
          {review.township === '' ? review.village : `${review.township} ${review.village}`}
        </span>
      </td>
      <td className="nw">
        第 {review.round} 轮
        <span className="sm dim rv-under">第 {review.versionNumber} 版</span>
      </td>
      <td>
        {shortDate(review.receivedAt, today)}
        <span className="sm dim rv-under">{review.sender}</span>
      </td>
      <td className="nw">
        {isOpen ? <span className={isLate ? 'late' : undefined}>{deadlineText(review.deadline, today)}</span> : '已办结'}
        <span className="sm dim rv-under">{shortDate(review.deadline, today)}前</span>
      </td>
      <td>{stateText(review)}</td>
      <td className="rv-act">
        <ButtonLink to={`/reviews/${review.id}`} kind={isLate ? 'primary' : isOpen ? 'action' : 'plain'}>
          {isOpen ? '去审查' : '看意见书'}
          <span className="sr-only">，{review.title}第 {review.round} 轮</span>
        </ButtonLink>
      </td>
    </tr>
  );
}

/** Open reviews first, the nearest deadline on top; then what was issued, the newest first. */
function inOrder(reviews: readonly ReviewSummary[]): ReviewSummary[] {
  return [...reviews].sort((left, right) => {
    if (left.issuedAt === null && right.issuedAt === null) return left.deadline.localeCompare(right.deadline);
    if (left.issuedAt === null || right.issuedAt === null) return left.issuedAt === null ? -1 : 1;
    return right.issuedAt.localeCompare(left.issuedAt);
  });
}

/** 合法性审查: the submissions that were received, with what is late on top. */
export function ReviewList() {
  const { today } = useInstallation();
  const reviews = useQuery(api.reviews.list.queryOptions());
  return (
    <Frame>
      <div className="page">
        <div className="page-head">
          <h1>合法性审查</h1>
          <div className="acts">
            <Button kind="action" onClick={() => void choosePackage()}>
              打开送审包
            </Button>
          </div>
        </div>
        {reviews.error !== null && (
          <ErrorNote error={reviews.error}>
            <Button onClick={() => void reviews.refetch()}>再试一次</Button>
          </ErrorNote>
        )}
        {reviews.isLoading && <Loading what="正在打开收到的送审" />}
        {reviews.data?.length === 0 && (
          <p className="rv-nothing">还没有收到送审。点“打开送审包”，选村里发来的文件。</p>
        )}
        {reviews.data !== undefined && reviews.data.length > 0 && (
          <table className="ruled">
            <thead>
              <tr>
                <th scope="col">村规民约</th>
                <th scope="col">轮次</th>
                <th scope="col">收到</th>
                <th scope="col">期限</th>
                <th scope="col">办理情况</th>
                <th scope="col">
                  <span className="sr-only">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {inOrder(reviews.data).map((review) => (
                <ReviewRow key={review.id} review={review} today={today} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Frame>
  );
}
