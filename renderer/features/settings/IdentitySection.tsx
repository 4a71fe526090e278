import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { fullDate } from '#renderer/text/dates.ts';
import { roleNames } from '#contract/names.ts';
import { client } from '#renderer/transport/client.ts';
import { IdentityFields, missingIn, type Identity } from './IdentityFields.tsx';

function IdentityForm({ onDone }: { onDone: () => void }) {
  const { installation } = useInstallation();
  const queries = useQueryClient();
  const [identity, setIdentity] = useState<Identity>({
    person: installation.person,
    office: installation.office,
    roles: installation.roles,
  });
  const [isTried, setIsTried] = useState(false);
  const update = useMutation({
    mutationFn: () => client.installation.update(identity),
    onSuccess: async () => {
      await queries.invalidateQueries();
      showNotice('使用人已经保存');
      onDone();
    },
  });
  return (
    <form
      noValidate
      className="box"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (missingIn(identity).length === 0) update.mutate();
      }}
    >
      <IdentityFields identity={identity} onChange={setIdentity} showMissing={isTried} />
      {update.error !== null && <ErrorNote error={update.error} />}
      <div className="row">
        <Button kind="primary" type="submit" disabled={update.isPending}>
          {update.isPending ? '正在保存' : '保存'}
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
      <p className="hint">已经出具的文书不会跟着改。</p>
    </form>
  );
}

/** Who works here, and the code by which other offices know this computer. */
export function IdentitySection() {
  const { installation } = useInstallation();
  const [isEditing, setIsEditing] = useState(false);
  return (
    <>
      {isEditing ? (
        <IdentityForm
          onDone={() => {
            setIsEditing(false);
          }}
        />
      ) : (
        <div className="box with-action">
          <dl className="facts">
            <dt>姓名</dt>
            <dd>{installation.person}</dd>
            <dt>单位</dt>
            <dd>{installation.office}</dd>
            <dt>岗位</dt>
            <dd>{installation.roles.map((role) => roleNames[role]).join('、')}</dd>
            <dt>登记日期</dt>
            <dd>{fullDate(installation.registeredAt)}</dd>
          </dl>
          <Button
            onClick={() => {
              setIsEditing(true);
            }}
          >
            修改
          </Button>
        </div>
      )}
      <div className="box">
        <dl className="facts">
          <dt>本机识别码</dt>
          <dd className="fingerprint">{installation.fingerprint}</dd>
        </dl>
        <p className="hint">
          本机发出的送审包和意见书都带着签名。对方第一次收到时，会打电话来核对这串数字：两边一样，就说明文件确实是这台电脑发出的，路上没有改过。
        </p>
      </div>
    </>
  );
}
