import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { conclusionNames, notReviewedText } from '#contract/names.ts';
import type { VersionSummary } from '#contract/conventions.ts';
import { useHasRole } from '#renderer/app/installationContext.ts';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { DocumentView } from '#renderer/components/DocumentView.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { dateAndTime } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { ContentHash } from './ContentHash.tsx';
import { useRestoreVersion } from './useRestoreVersion.ts';

type VersionDetailProps = { conventionId: string; version: VersionSummary; versions: readonly VersionSummary[] };

function clearance(version: VersionSummary): string {
  if (version.conclusion === null) return version.isRegistered ? notReviewedText(true) : '还没有审查意见';
  return version.isCleared ? `审查通过：${conclusionNames[version.conclusion]}` : `审查没有通过：${conclusionNames[version.conclusion]}`;
}

/** Leads to a comparison with any other version or the draft, the older text on the old side. */
function CompareWith({ conventionId, version, versions }: VersionDetailProps) {
  const navigate = useNavigate();
  const others = versions.filter(({ id }) => id !== version.id);
  const [otherId, setOtherId] = useState('draft');
  const other = others.find(({ id }) => id === otherId);
  const isOlder = other !== undefined && other.number < version.number;
  const [old, fresh] = isOlder ? [other.id, version.id] : [version.id, other?.id ?? 'draft'];
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`/conventions/${conventionId}/compare?old=${old}&new=${fresh}`);
      }}
    >
      <span>和</span>
      <select className="input" aria-label="和哪一版比较" value={other?.id ?? 'draft'} onChange={(event) => setOtherId(event.target.value)}>
        <option value="draft">现在的草案</option>
        {others.map(({ id, number, reason }) => (
          <option key={id} value={id}>
            第 {number} 版　{reason}
          </option>
        ))}
      </select>
      <Button type="submit" kind="action">
        比较
      </Button>
    </form>
  );
}

/** One version as it was stored: its facts, its text to read, and what can be done with it. */
export function VersionDetail({ conventionId, version, versions }: VersionDetailProps) {
  const text = useQuery(api.versions.get.queryOptions({ input: { versionId: version.id }, staleTime: Number.POSITIVE_INFINITY }));
  const [isAsking, setIsAsking] = useState(false);
  const restore = useRestoreVersion(conventionId, version);
  const mayEdit = useHasRole('drafter', 'registrar');
  return (
    <>
      <div className="version-head">
        <h2>
          第 {version.number} 版<span>{version.reason}</span>
        </h2>
        <p className="dim">这一版已经存下，不能再改。要改的，在草案里改，另存一版。</p>
        <dl className="version-facts">
          <dt>存版</dt>
          <dd>
            {version.frozenBy}，{dateAndTime(version.frozenAt)}
          </dd>
          <dt>审查</dt>
          <dd>{clearance(version)}</dd>
          <dt>校验码</dt>
          <dd className="code">{version.verificationCode}</dd>
          <dt>校验值</dt>
          <dd>
            <ContentHash key={version.id} hash={version.contentHash} />
          </dd>
        </dl>
        <div className="version-acts">
          <CompareWith key={version.id} conventionId={conventionId} version={version} versions={versions} />
          <ButtonLink to={`/conventions/${conventionId}/print?version=${version.id}`}>打印这一版</ButtonLink>
          {mayEdit && (
            <Button aria-expanded={isAsking} onClick={() => setIsAsking(true)}>
              恢复为草案
            </Button>
          )}
        </div>
        {isAsking && (
          <div className="note must" role="alert">
            <p>把第 {version.number} 版的文字放回草案。现在的草案如果改过，先自动存为一版，不会丢。</p>
            <Button
              kind="primary"
              disabled={restore.isPending}
              onClick={() => restore.mutate(undefined, { onSuccess: () => setIsAsking(false) })}
            >
              恢复第 {version.number} 版
            </Button>
            <Button onClick={() => setIsAsking(false)}>取消</Button>
          </div>
        )}
        {restore.error !== null && <ErrorNote error={restore.error} />}
      </div>
      {text.error !== null && <ErrorNote error={text.error} />}
      {text.data === undefined && text.error === null && <Loading what="正在打开这一版" />}
      {text.data !== undefined && (
        <article className="sheet version-text" aria-label={`第 ${version.number} 版的文字`}>
          <DocumentView document={text.data.document} />
        </article>
      )}
    </>
  );
}
