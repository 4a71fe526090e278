import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { useHasRole } from '#renderer/app/installationContext.ts';
import { choosePackage } from '#renderer/features/packages/choosePackage.ts';
import { client } from '#renderer/transport/client.ts';

type Step = { name: string; remark: string; actions?: ReactNode };

const beginActions = (
  <>
    <ButtonLink to="/import" kind="primary">
      导入文档
    </ButtonLink>
    <ButtonLink to="/conventions?new">新建</ButtonLink>
  </>
);

const drafterSteps: readonly Step[] = [
  { name: '录入第一部村规民约', remark: '有现成文件就导入，没有就从空白提纲写起', actions: beginActions },
  { name: '看预审提示', remark: '自动找出罚款、停水停电、限制外嫁女等不合法条款' },
  { name: '征求意见，送审，表决', remark: '每一步该做什么、还差什么，这里都会提醒' },
];

const registrarSteps: readonly Step[] = [
  { name: '录入村规民约', remark: '要备案的、已经公布的，把文件导入；正在起草的由起草的人录入', actions: beginActions },
  { name: '登记表决和备案', remark: '审查通过以后，在“办理”里登记表决结果、备案编号和日期' },
  { name: '登记公布', remark: '写明贴在哪里、从哪天起，墙上的打印件可以随时核对' },
];

const reviewerSteps: readonly Step[] = [
  {
    name: '接收送审包',
    remark: '村里或乡镇发来的文件，第一次收到时打电话核对识别码',
    actions: (
      <Button kind="primary" onClick={() => void choosePackage()}>
        接收送审包
      </Button>
    ),
  },
  { name: '逐条看，写批注', remark: '和上一轮不同的地方会标出来，预审提示和群众意见也在旁边' },
  { name: '出具审查意见书', remark: '选定结论，签名，把文件发回去' },
];

function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol>
      {steps.map(({ name, remark, actions }, index) => (
        <li key={name}>
          <span>{index + 1}</span>
          <div>
            <b>{name}</b>
            <span className="dim">{remark}</span>
          </div>
          {actions !== undefined && <div className="acts">{actions}</div>}
        </li>
      ))}
    </ol>
  );
}

/** The empty workbench: three steps for what this person does, and the ways to begin. */
export function FirstSteps() {
  const canDraft = useHasRole('drafter', 'administrator');
  const canRegister = useHasRole('registrar');
  if (canDraft) return <BeginnersSteps steps={drafterSteps} />;
  if (canRegister) return <BeginnersSteps steps={registrarSteps} />;
  return (
    <section className="first" aria-label="从这里开始">
      <p>这里会列出等您审查的送审包。现在还没有，从下面第一步开始。</p>
      <Steps steps={reviewerSteps} />
    </section>
  );
}

function BeginnersSteps({ steps }: { steps: readonly Step[] }) {
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
      <Steps steps={steps} />
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
