import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { Frame } from '#renderer/app/Frame.tsx';
import { ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { ComparisonView } from '#renderer/features/comparison/ComparisonView.tsx';
import { api } from '#renderer/transport/api.ts';
import { useSimilarityRun } from './similarityRun.ts';
import './similarity.css';

function Compared({ runId, old, fresh, remarks }: { runId: string; old: number; fresh: number; remarks: [string, string] }) {
  const compared = useQuery(api.similarity.compare.queryOptions({ input: { runId, old, new: fresh } }));
  if (compared.error !== null) {
    return (
      <div className="compare-note">
        <ErrorNote error={compared.error} />
      </div>
    );
  }
  if (compared.data === undefined) return <Loading what="正在比较" />;
  const { comparison, oldName, newName, samePlaceAside } = compared.data;
  return (
    <>
      {samePlaceAside > 0 && (
        <p className="compare-aside">
          修改的 {comparison.counts.edit} 条里，有 {samePlaceAside} 条只是村名、乡镇名或数字不同，比对时算相同。
        </p>
      )}
      <ComparisonView comparison={comparison} old={{ name: oldName, remark: remarks[0] }} fresh={{ name: newName, remark: remarks[1] }} />
    </>
  );
}

/** Two texts of the run article by article: what a count of same and nearly same articles stands for. */
export function SimilarityComparison() {
  const run = useSimilarityRun();
  const { old = '', fresh = '' } = useParams();
  // After a reload nothing was compared yet.
  if (run?.at !== 'done') return <Navigate to="/similarity" replace />;
  const indexes = [Number(old), Number(fresh)];
  const [first, second] = indexes.map((index) => run.report.texts[index]);
  if (first === undefined || second === undefined) return <Navigate to="/similarity" replace />;
  const remark = (text: typeof first) => [text.place, `${text.articles} 条`].filter(Boolean).join('，');
  return (
    <Frame title="雷同比对" subtitle={`${first.name}和${second.name}`}>
      <div className="fill">
        <div className="compare-bar">
          <h1 className="similarity-pair">
            {first.name}和{second.name}
          </h1>
          <ButtonLink to="/similarity">回到比对结果</ButtonLink>
        </div>
        <Compared runId={run.runId} old={Number(old)} fresh={Number(fresh)} remarks={[remark(first), remark(second)]} />
      </div>
    </Frame>
  );
}
