import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Frame } from '#renderer/app/Frame.tsx';
import { useHasRole, useInstallation } from '#renderer/app/installationContext.ts';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { FreezeDialog } from './FreezeDialog.tsx';
import { useVersions } from './useVersions.ts';
import { VersionDetail } from './VersionDetail.tsx';
import { VersionTimeline } from './VersionTimeline.tsx';
import './versions.css';

/** 版本时间线: every version of a convention, one of them open to read. */
export function VersionsScreen() {
  const { id = '' } = useParams();
  const { today } = useInstallation();
  const mayEdit = useHasRole('drafter', 'registrar');
  const [parameters, setParameters] = useSearchParams();
  const [isFreezing, setIsFreezing] = useState(false);
  const convention = useQuery(api.conventions.get.queryOptions({ input: { conventionId: id } }));
  const versions = useVersions(id);
  const marks = useQuery(api.versions.marks.queryOptions({ input: { conventionId: id } }));
  const error = convention.error ?? versions.error ?? marks.error;
  const chosen = versions.data?.find((version) => version.id === parameters.get('version')) ?? versions.data?.[0];
  const byVersion = new Map(marks.data?.map((entry) => [entry.versionId, entry.marks]));
  return (
    <Frame
      {...(convention.data === undefined
        ? {}
        : { title: convention.data.title, subtitle: [convention.data.township, '版本时间线'].filter(Boolean).join(' · ') })}
    >
      <div className="fill">
        <div className="versions-bar">
          <h1>版本时间线</h1>
          {mayEdit && (
            <Button kind="action" onClick={() => setIsFreezing(true)}>
              把草案存为一版
            </Button>
          )}
          <ButtonLink to={`/conventions/${id}`}>回到正文</ButtonLink>
        </div>
        {error !== null && (
          <div className="versions-note">
            <ErrorNote error={error}>
              <Button
                onClick={() => {
                  void convention.refetch();
                  void versions.refetch();
                  void marks.refetch();
                }}
              >
                再试一次
              </Button>
            </ErrorNote>
          </div>
        )}
        {error === null && (versions.data === undefined || convention.data === undefined) && <Loading what="正在读取版本" />}
        {versions.data?.length === 0 && <p className="loading">还没有存过版。征求意见、送审之前存一版，以后可以比较和恢复。</p>}
        {convention.data !== undefined && versions.data !== undefined && chosen !== undefined && (
          <div className="versions">
            <div className="timeline-side" role="region" aria-label="各个版本" tabIndex={0}>
              <VersionTimeline
                conventionId={id}
                versions={versions.data}
                marks={byVersion}
                draftChanged={convention.data.draftChanged}
                chosenId={chosen.id}
                today={today}
                onChoose={(versionId) => setParameters({ version: versionId }, { replace: true })}
              />
            </div>
            <div className="version-side" role="region" aria-label={`第 ${chosen.number} 版`} tabIndex={0}>
              <VersionDetail key={chosen.id} conventionId={id} version={chosen} versions={versions.data} />
            </div>
          </div>
        )}
      </div>
      {isFreezing && (
        <FreezeDialog
          conventionId={id}
          savedRevision={async () => (await client.drafts.get({ conventionId: id })).revision}
          onClose={() => setIsFreezing(false)}
        />
      )}
    </Frame>
  );
}
