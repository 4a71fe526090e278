import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { useHasRole } from '#renderer/app/installationContext.ts';
import { choosePackage } from '#renderer/features/packages/choosePackage.ts';
import { client } from '#renderer/transport/client.ts';

/** What a reviewer who does not draft sees before the first package. */
function ReviewerFirstSteps() {
  return (
    <section className="first" aria-label="从这里开始">
      <p>这里会列出等您审查的送审包。现在还没有，从下面第一步开始。</p>
      <ol>
        <li>
          <span>1</span>
          <div>
            <b>接收送审包</b>
            <span className="dim">村里或乡镇发来的文件，第一次收到时打电话核对识别码</span>
          </div>
          <div className="acts">
            <Button kind="primary" onClick={() => void choosePackage()}>
              接收送审包
            </Button>
          </div>
        </li>
        <li>
          <span>2</span>
          <div>
            <b>逐条看，写批注</b>
            <span className="dim">和上一轮不同的地方会标出来，预审提示和群众意见也在旁边</span>
          </div>
        </li>
        <li>
          <span>3</span>
          <div>
            <b>出具审查意见书</b>
            <span className="dim">选定结论，签名，把文件发回去</span>
          </div>
        </li>
      </ol>
    </section>
  );
}

/** The empty workbench: three steps, and the ways to begin. */
export function FirstSteps() {
  const canDraft = useHasRole('drafter', 'administrator');
  const isReviewer = useHasRole('reviewer');
  return isReviewer && !canDraft ? <ReviewerFirstSteps /> : <DrafterFirstSteps />;
}

function DrafterFirstSteps() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isReviewer = useHasRole('reviewer');
  const sample = useMutation({
    mutationFn: () => client.conventions.createSample(),
    onSuccess: async ({ conventionId }) => {
      await queries.invalidateQueries();
      await navigate(`/conventions/${conventionId}`);
    },
  });
  return (
    <section className="first" aria-label="从这里开始">
      <p>这里会列出等您处理的事。现在还没有村规民约，从下面第一步开始。</p>
      <ol>
        <li>
          <span>1</span>
          <div>
            <b>录入第一部村规民约</b>
            <span className="dim">有现成文件就导入，没有就从空白提纲写起</span>
          </div>
          <div className="acts">
            <ButtonLink to="/import" kind="primary">
              导入文档
            </ButtonLink>
            <ButtonLink to="/conventions?new">新建</ButtonLink>
          </div>
        </li>
        <li>
          <span>2</span>
          <div>
            <b>看预审提示</b>
            <span className="dim">自动找出罚款、停水停电、限制外嫁女等不合法条款</span>
          </div>
        </li>
        <li>
          <span>3</span>
          <div>
            <b>征求意见，送审，表决</b>
            <span className="dim">每一步该做什么、还差什么，这里都会提醒</span>
          </div>
        </li>
      </ol>
      {sample.error !== null && <ErrorNote error={sample.error} />}
      <p className="end">
        <Button
          kind="link"
          disabled={sample.isPending}
          onClick={() => {
            sample.mutate();
          }}
        >
          {sample.isPending ? '正在准备示例' : '先看一份示例'}
        </Button>
        <Button kind="link" onClick={() => void choosePackage()}>
          {isReviewer ? '接收村里送来的送审包' : '接收审查单位发来的文件'}
        </Button>
      </p>
    </section>
  );
}
