import { Dropdown } from 'antd';
import { useRef } from 'react';
import type { ConventionDetail } from '#contract/conventions.ts';
import { stageNames } from '#contract/names.ts';
import { mainLine, type Stage } from '#core/workflow/workflow.ts';
import { Button } from '#renderer/components/Button.tsx';
import { menuPlace } from '../menuPlace.ts';
import { nextSteps, type Step } from './nextSteps.ts';

type StageBarProps = {
  convention: ConventionDetail;
  isBusy: boolean;
  onStep: (step: Step) => void;
  onFreeze: () => void;
  onReceive: () => void;
  onRegisterPaper: () => void;
  onCorrectPlace: () => void;
};

/** What was registered has come this far by steps that were not taken here. */
function stageClass(index: number, current: number, isRegistered: boolean): string | undefined {
  if (index === current) return 'now';
  return index < current && !isRegistered ? 'done' : undefined;
}

/** Where the convention stands, the step that leads on, and why it cannot be taken yet. */
export function StageBar({ convention, isBusy, onStep, onFreeze, onReceive, onRegisterPaper, onCorrectPlace }: StageBarProps) {
  const more = useRef<HTMLButtonElement>(null);
  const { next, others } = nextSteps(convention);
  const line: readonly Stage[] = mainLine;
  const current = convention.stage === 'repealed' ? line.length : line.indexOf(convention.stage);
  const entries = [
    ...others.map((step) => ({ key: step.action, name: step.name, refusal: step.refusal, run: () => onStep(step) })),
    { key: 'freeze', name: '存为一版', refusal: convention.draftChanged || convention.newestVersion === null ? undefined : '上次存版以后没有改动', run: onFreeze },
    { key: 'receive', name: '导入意见书', refusal: undefined, run: onReceive },
    { key: 'paper', name: '登记纸质意见书', refusal: convention.newestVersion === null ? '先存一版，意见书要对应到版' : undefined, run: onRegisterPaper },
    { key: 'place', name: '改村名、乡镇', refusal: undefined, run: onCorrectPlace },
  ];
  return (
    <div className="bar">
      <ol className="stages" aria-label="办理流程">
        {mainLine.map((stage, index) => (
          <li key={stage} className={stageClass(index, current, convention.isRegistered)} aria-current={index === current ? 'step' : undefined}>
            {stageNames[stage]}
          </li>
        ))}
        <li className="cnt" aria-hidden="true">
          第 {Math.min(current + 1, line.length)} 步，共 {line.length} 步
        </li>
      </ol>
      <div className="steps">
        {next?.refusal === undefined && convention.isRegistered && (
          <span className="refusal sm">登记的已施行文本{convention.newestVersion?.isRegistered === true && convention.newestVersion.conclusion === null && '，未经本系统审查'}</span>
        )}
        {next?.refusal !== undefined && <span className="refusal sm">{next.refusal}</span>}
        {next?.wantsVersion === true && (
          <Button kind="action" disabled={isBusy} onClick={onFreeze}>
            存为一版
          </Button>
        )}
        {next !== undefined && (
          // It keeps the focus when it cannot be pressed: the keyboard goes on from the step that was just taken.
          <Button
            kind="primary"
            aria-disabled={next.refusal !== undefined || isBusy}
            onClick={() => {
              if (next.refusal === undefined && !isBusy) onStep(next);
            }}
          >
            下一步：{next.name}
          </Button>
        )}
        <Dropdown
          trigger={['click']}
          autoFocus
          getPopupContainer={menuPlace}
          menu={{
            items: entries.map(({ key, name, refusal, run }) => ({
              key,
              disabled: refusal !== undefined,
              label: (
                <span className="menu-entry">
                  <span>{name}</span>
                  <small>{refusal}</small>
                </span>
              ),
              onClick: () => {
                // The dialog that opens gives the focus back to the button, not to the menu that is closing.
                more.current?.focus();
                run();
              },
            })),
          }}
        >
          <button ref={more} type="button" className="btn" aria-haspopup="menu">
            办理
          </button>
        </Dropdown>
      </div>
    </div>
  );
}
