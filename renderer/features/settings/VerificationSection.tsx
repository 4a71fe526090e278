import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { Outputs } from '#contract/contract.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { fullDate } from '#renderer/text/dates.ts';
import { keepComposing } from '#renderer/text/keepComposing.ts';
import { client } from '#renderer/transport/client.ts';

type Result = Outputs['verification']['check'];

function ResultNote({ result }: { result: Result }) {
  switch (result.result) {
    case 'match':
      return (
        <output className={result.isCleared ? 'note good' : 'note must'}>
          <span className="grow">
            对上了：{result.village}《{result.title}》第 {result.versionNumber} 版，{fullDate(result.frozenAt)}存版。
            {result.conclusionText !== '' && `审查结论：${result.conclusionText}。`}
          </span>
          <Link className="link" to={`/conventions/${result.conventionId}`}>
            打开这一份
          </Link>
        </output>
      );
    case 'unknown':
      return (
        <output className="note must">
          <span className="grow">本机没有这个校验码的文本。可能不是本机办理的，也可能看错了字。对着打印件再看一遍。</span>
        </output>
      );
    case 'notACode':
      return (
        <output className="note must">
          <span className="grow">这不是校验码。校验码印在打印件末尾，是三组字母和数字，每组四个。</span>
        </output>
      );
  }
}

/** Looks a code read off a print up among the versions of this computer. */
export function VerificationSection() {
  const id = useId();
  const [code, setCode] = useState('');
  const check = useMutation({ mutationFn: () => client.verification.check({ code }) });
  return (
    <form
      className="box"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') check.mutate();
      }}
    >
      <label htmlFor={id}>墙上的打印件是不是审过、表决过的那一份？照着末尾的校验码输入：</label>
      <div className="row">
        <Input
          id={id}
          className="code-input"
          value={code}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={keepComposing}
          onChange={(event) => {
            setCode(event.target.value);
          }}
        />
        <Button kind="primary" type="submit" disabled={code.trim() === '' || check.isPending}>
          核对
        </Button>
        {code.trim() === '' && <span className="hint">输入校验码后可以核对</span>}
      </div>
      {check.error !== null && <ErrorNote error={check.error} />}
      {check.data !== undefined && <ResultNote result={check.data} />}
    </form>
  );
}
