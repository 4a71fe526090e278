import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Outputs } from '#contract/contract.ts';
import { limits } from '#contract/limits.ts';
import type { NativeFile } from '#contract/native.ts';
import { errorText } from '#contract/errorTexts.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { dateAndTime } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { fileOf } from '#renderer/transport/native.ts';
import { closePackage } from './receivePackage.ts';

type Inspection = Outputs['packages']['inspect'];
type Received = Outputs['packages']['receive'];

const kindSentences: Record<Inspection['kind'], string> = {
  submission: '送审包：对方送来一个版本，等本单位审查',
  opinion: '审查结果：审查单位出具的意见书和批注',
};

function destination(received: Received): string {
  return received.kind === 'submission' ? `/reviews/${received.reviewId}` : `/conventions/${received.conventionId}`;
}

function Facts({ file, inspection }: { file: NativeFile; inspection: Inspection }) {
  return (
    <dl className="facts">
      <dt>内容</dt>
      <dd>{inspection.subject}</dd>
      <dt>种类</dt>
      <dd>{kindSentences[inspection.kind]}</dd>
      <dt>发来的人</dt>
      <dd>
        {inspection.person}，{inspection.office}
      </dd>
      <dt>制作时间</dt>
      <dd>{dateAndTime(inspection.createdAt)}</dd>
      <dt>识别码</dt>
      <dd className="fingerprint">{inspection.fingerprint}</dd>
      <dt>文件</dt>
      <dd className="breakable">{file.name}</dd>
    </dl>
  );
}

/** Shows who sent a package and what it holds, and takes it in when the person says so. */
export function PackageDialog({ file }: { file: NativeFile }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isCompared, setIsCompared] = useState(false);
  const comparedId = useId();
  const isTooLarge = file.bytes.byteLength > limits.packageBytes;
  const inspection = useQuery(
    api.packages.inspect.queryOptions({ input: { file: fileOf(file) }, queryKey: ['package', file.name, file], enabled: !isTooLarge, gcTime: 0 }),
  );
  const receive = useMutation({
    mutationFn: (acceptedFingerprint: string | undefined) =>
      client.packages.receive(
        acceptedFingerprint === undefined ? { file: fileOf(file) } : { file: fileOf(file), acceptedFingerprint },
      ),
    onSuccess: async (received) => {
      await queries.invalidateQueries();
      closePackage();
      showNotice(received.kind === 'submission' ? '送审包已经接收' : '审查结果已经接收');
      await navigate(destination(received));
    },
  });
  const found = inspection.data;
  const needsComparison = found !== undefined && !found.isKnownSender && !found.isOwn;
  const isReady = found !== undefined && (!needsComparison || isCompared);
  return (
    <Dialog
      title={found?.kind === 'opinion' ? '接收意见书' : '接收送审包'}
      onClose={closePackage}
      actions={
        <>
          <Button onClick={closePackage}>{found === undefined && !inspection.isLoading ? '关闭' : '先不接收'}</Button>
          {found !== undefined && (
            <Button
              kind="primary"
              disabled={!isReady || receive.isPending}
              onClick={() => {
                receive.mutate(needsComparison ? found.fingerprint : undefined);
              }}
            >
              {receive.isPending ? '正在接收' : '接收'}
            </Button>
          )}
        </>
      }
    >
      {isTooLarge && (
        <div className="note bad" role="alert">
          <p>{errorText('FILE_TOO_LARGE', '送审包最大 50 兆')}</p>
        </div>
      )}
      {inspection.isLoading && <Loading what="正在核对签名和内容" />}
      {inspection.error !== null && <ErrorNote error={inspection.error} />}
      {found !== undefined && <Facts file={file} inspection={found} />}
      {found?.isOwn === true && <p className="note adv">这是本机自己制作的文件。要发给别的单位的，不用在这里接收。</p>}
      {found?.isKnownSender === true && !found.isOwn && <p className="note good">签名核对无误，是往来过的单位。</p>}
      {needsComparison && (
        <div className="note must">
          <p>
            第一次收到这个单位的文件。打电话问对方“设置”里的识别码，和上面的数字一样才接收。
            <label className="check" htmlFor={comparedId}>
              <input
                id={comparedId}
                type="checkbox"
                checked={isCompared}
                onChange={(event) => {
                  setIsCompared(event.target.checked);
                }}
              />
              已经和对方核对，识别码一样
            </label>
          </p>
        </div>
      )}
      {receive.error !== null && <ErrorNote error={receive.error} />}
    </Dialog>
  );
}
