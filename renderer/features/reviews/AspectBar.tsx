import { Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { aspectNames } from '#contract/names.ts';
import type { ReviewDetail } from '#contract/reviews.ts';
import { daysBetween } from '#core/calendar/daysBetween.ts';
import { reviewAspects, type ReviewAspect } from '#core/review/review.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { shortDate } from '#renderer/text/dates.ts';
import { deadlineText } from './deadlineText.ts';

type AspectResult = NonNullable<ReviewDetail['aspects'][ReviewAspect]>;

const stateNames = { pass: '已查完', problem: '有问题', none: '还没有查' } as const;

type RemarkProps = { aspect: ReviewAspect; value: AspectResult; isAsked: boolean; onSave: (remark: string) => void };

function Remark({ aspect, value, isAsked, onSave }: RemarkProps) {
  const field = useRef<InputRef>(null);
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  const [words, setWords] = useState(value.remark);
  const id = useId();
  const save = () => {
    if (words.trim() !== value.remark) onSave(words.trim());
  };
  return (
    <div className="rv-remark">
      <label htmlFor={id}>{aspectNames[aspect]}：{value.result === 'problem' ? '问题是' : '备注'}</label>
      <Input
        id={id}
        ref={field}
        value={words}
        maxLength={2_000}
        placeholder={value.result === 'problem' ? '写明查出的问题' : '可以不写'}
        onChange={(event) => {
          setWords(event.target.value);
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
        }}
      />
    </div>
  );
}

type AspectBarProps = {
  review: ReviewDetail;
  isReadOnly: boolean;
  onSet: (aspect: ReviewAspect, value: AspectResult | null) => void;
};

/** 主体、权限、程序、内容、文字 as steps, each answered with 查完 or 有问题; beside them the days that are left. */
export function AspectBar({ review, isReadOnly, onSet }: AspectBarProps) {
  const { today } = useInstallation();
  const [current, setCurrent] = useState<ReviewAspect>(
    () => reviewAspects.find((aspect) => review.aspects[aspect] === undefined) ?? 'maker',
  );
  const value = review.aspects[current];
  const [isRemarking, setIsRemarking] = useState(false);
  const isLate = review.issuedAt === null && daysBetween(today, review.deadline) < 0;
  const name = aspectNames[current];
  const answer = (result: AspectResult['result']) => {
    const isSame = value?.result === result;
    onSet(current, isSame ? null : { result, remark: value?.remark ?? '' });
    setIsRemarking(!isSame && result === 'problem');
    if (isSame || result === 'problem') return;
    const next = reviewAspects.find((aspect) => aspect !== current && review.aspects[aspect] === undefined);
    if (next !== undefined) setCurrent(next);
  };
  const showsRemark = value !== undefined && (isRemarking || value.result === 'problem' || value.remark !== '');
  return (
    <div className="rv-bar">
      <div className="rv-steps" role="group" aria-label="审查范围">
        {reviewAspects.map((aspect) => {
          const state = review.aspects[aspect]?.result ?? 'none';
          return (
            <button
              key={aspect}
              type="button"
              aria-pressed={aspect === current}
              aria-label={`${aspectNames[aspect]}，${stateNames[state]}`}
              onClick={() => {
                setCurrent(aspect);
                setIsRemarking(false);
              }}
            >
              <span className={`rv-tick ${state}`} aria-hidden="true" />
              {aspectNames[aspect]}
            </button>
          );
        })}
      </div>
      {!isReadOnly && (
        <div className="rv-answer">
          <div className="seg" role="group" aria-label={`${name}查得怎样`}>
            <button type="button" aria-pressed={value?.result === 'pass'} onClick={() => { answer('pass'); }}>
              {name}查完
            </button>
            <button type="button" aria-pressed={value?.result === 'problem'} onClick={() => { answer('problem'); }}>
              有问题
            </button>
          </div>
          {value !== undefined && !showsRemark && (
            <Button kind="flat" onClick={() => { setIsRemarking(true); }}>
              写备注
            </Button>
          )}
        </div>
      )}
      <div className="rv-due">
        <span className="dim rv-received">{shortDate(review.receivedAt, today)}收到</span>
        <b className={isLate ? 'late' : undefined}>
          {shortDate(review.deadline, today)}前办结{review.issuedAt === null && `，${deadlineText(review.deadline, today)}`}
        </b>
      </div>
      {showsRemark &&
        (isReadOnly ? (
          <p className="rv-remark">
            {name}：{stateNames[value.result]}{value.remark !== '' && `，${value.remark}`}
          </p>
        ) : (
          <Remark
            key={current}
            aspect={current}
            value={value}
            isAsked={isRemarking}
            onSave={(remark) => {
              onSet(current, { ...value, remark });
            }}
          />
        ))}
    </div>
  );
}
