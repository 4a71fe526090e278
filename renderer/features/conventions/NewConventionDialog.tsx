import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { client } from '#renderer/transport/client.ts';
import { townshipIn, villageIn } from './guessPlace.ts';
import { PlaceFields, type Place } from './PlaceFields.tsx';

const formId = 'new-convention';

/** A convention from a blank outline. */
export function NewConventionDialog({ onClose }: { onClose: () => void }) {
  const { office } = useInstallation().installation;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isTried, setIsTried] = useState(false);
  const [place, setPlace] = useState<Place>(() => {
    const village = villageIn(office);
    return { village, township: townshipIn(office), kind: village.endsWith('社区') ? 'community' : 'village' };
  });
  const create = useMutation({
    mutationFn: () => client.conventions.create(place),
    onSuccess: async ({ conventionId }) => {
      await queries.invalidateQueries();
      await navigate(`/conventions/${conventionId}`);
    },
  });
  return (
    <Dialog
      title="新建村规民约"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" type="submit" form={formId} disabled={create.isPending}>
            {create.isPending ? '正在新建' : '新建'}
          </Button>
        </>
      }
    >
      <p className="dim">会得到一份空白提纲，分好章，写好条的位置。有现成文件的，用“导入文档”更快。</p>
      <form
        id={formId}
        noValidate
        className="spaced"
        onSubmit={(event) => {
          event.preventDefault();
          setIsTried(true);
          if (place.village.trim() !== '') create.mutate();
        }}
      >
        <PlaceFields place={place} onChange={setPlace} showMissing={isTried} />
      </form>
      {create.error !== null && <ErrorNote error={create.error} />}
    </Dialog>
  );
}
