import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Frame } from '#renderer/app/Frame.tsx';
import { ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { api } from '#renderer/transport/api.ts';
import { Workspace } from './Workspace.tsx';
import './workspace.css';

/** One reading of the draft; it is never read again under the hands of the one who types. */
function OpenedDraft({ conventionId }: { conventionId: string }) {
  const convention = useQuery(api.conventions.get.queryOptions({ input: { conventionId } }));
  const draft = useQuery(
    api.drafts.get.queryOptions({
      input: { conventionId },
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  );
  const [opened, setOpened] = useState<typeof draft.data>();
  if (opened === undefined && draft.data !== undefined && !draft.isFetching) setOpened(draft.data);
  const error = convention.error ?? draft.error;
  if (convention.data === undefined || opened === undefined) {
    return (
      <Frame>
        {error === null ? (
          <Loading what="正在打开文本" />
        ) : (
          <div className="page narrow">
            <ErrorNote error={error}>
              <ButtonLink to="/conventions">回到列表</ButtonLink>
            </ErrorNote>
          </div>
        )}
      </Frame>
    );
  }
  return <Workspace convention={convention.data} opened={opened} />;
}

/** The screen of one convention: outline, text, pre-check, comments and annotations, and the steps of its life. */
export function ConventionWorkspace() {
  const { id = '' } = useParams();
  return <OpenedDraft key={id} conventionId={id} />;
}
