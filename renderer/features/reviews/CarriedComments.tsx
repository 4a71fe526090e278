import type { ReviewDetail } from '#contract/reviews.ts';

/** 群众意见: what the villagers said and how it was dealt with, as it came with the submission. */
export function CarriedComments({ comments }: { comments: ReviewDetail['comments'] }) {
  return (
    <section className="rv-comments" id="review-comments" tabIndex={-1} aria-labelledby="review-comments-title">
      <h2 id="review-comments-title">群众意见和采纳情况</h2>
      {comments.length === 0 ? (
        <p className="rv-nothing">送审包里没有群众意见。</p>
      ) : (
        <table className="ruled">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">条款</th>
              <th scope="col">意见</th>
              <th scope="col">渠道</th>
              <th scope="col">处理</th>
              <th scope="col">理由</th>
            </tr>
          </thead>
          <tbody>
            {comments.map((comment) => (
              <tr key={comment.number}>
                <td>{comment.number}</td>
                <td className="nw">{comment.articleLabel === '' ? '全文' : comment.articleLabel}</td>
                <td>{comment.words}</td>
                <td className="nw">{comment.channel}</td>
                <td className="nw">{comment.outcome === '' ? '还没有答复' : comment.outcome}</td>
                <td>{comment.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
