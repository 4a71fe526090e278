import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConventionDetail } from '#contract/conventions.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { PlaceFields, type Place } from '../PlaceFields.tsx';
import { FormDialog } from './forms/FormDialog.tsx';

/** Corrects the village, the township and the kind, which packages and prints name; the words of the text stay as they are. */
export function PlaceDialog({ convention, onClose }: { convention: ConventionDetail; onClose: () => void }) {
  const queries = useQueryClient();
  const [place, setPlace] = useState<Place>({ village: convention.village, township: convention.township, kind: convention.kind });
  const update = useMutation({
    mutationFn: () => client.conventions.update({ conventionId: convention.id, ...place }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      onClose();
    },
  });
  return (
    <FormDialog
      title="改村名、乡镇"
      submit="保存"
      missing={place.village.trim() === '' ? '填写村名或社区名' : undefined}
      isPending={update.isPending}
      error={update.error}
      onClose={onClose}
      onSubmit={() => update.mutate()}
    >
      <p className="dim">送审包和打印件上用这里的名称。标题和正文里的村名，在正文里改。</p>
      <PlaceFields place={place} onChange={setPlace} showMissing={false} />
    </FormDialog>
  );
}
