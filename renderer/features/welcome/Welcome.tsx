import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Seal } from '#renderer/components/Seal.tsx';
import { TypeSizeButtons } from '#renderer/app/TypeSizeButtons.tsx';
import { IdentityFields, missingIn, type Identity } from '#renderer/features/settings/IdentityFields.tsx';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import './welcome.css';

/** The first start: who works on this computer. The answer stands in documents as 本机登记身份. */
export function Welcome() {
  const queries = useQueryClient();
  const [identity, setIdentity] = useState<Identity>({ person: '', office: '', roles: ['drafter'] });
  const [isTried, setIsTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const register = useMutation({
    mutationFn: (withSample: boolean) => client.installation.register({ ...identity, withSample }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.installation.status.key() }),
  });
  function submit(withSample: boolean): void {
    if (missingIn(identity).length === 0) {
      register.mutate(withSample);
      return;
    }
    flushSync(() => {
      setIsTried(true);
    });
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
  return (
    <main className="page welcome">
      <title>乡约</title>
      <header>
        <Seal />
        <h1>乡约</h1>
        <span className="sp" />
        <TypeSizeButtons />
      </header>
      <p className="lead">起草村规民约，征求意见，送合法性审查，表决，备案，公布，都在这里办。先登记谁在用这台电脑。</p>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(false);
        }}
      >
        <IdentityFields identity={identity} onChange={setIdentity} showMissing={isTried} />
        {register.error !== null && <ErrorNote error={register.error} />}
        <div className="row">
          <Button kind="primary" big type="submit" disabled={register.isPending}>
            {register.isPending ? '正在登记' : '开始使用'}
          </Button>
          <Button
            big
            disabled={register.isPending}
            onClick={() => {
              submit(true);
            }}
          >
            先看一份示例
          </Button>
        </div>
        <p className="hint">内容只存在这台电脑，不联网也能用。姓名和单位印在文书上，以后可以在“设置”里改。</p>
      </form>
    </main>
  );
}
