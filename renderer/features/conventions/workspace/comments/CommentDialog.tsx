import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { commentChannels } from '#contract/comments.ts';
import { channelNames } from '#contract/names.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { FormDialog } from '../forms/FormDialog.tsx';
import { SelectField } from '../forms/SelectField.tsx';
import { TextField } from '../forms/TextField.tsx';
import type { EditorSnapshot } from '../useEditorSnapshot.ts';

type CommentDialogProps = { conventionId: string; snapshot: EditorSnapshot; currentId: string | undefined; onClose: () => void };

/** Enters what a villager said. The name may stay out. */
export function CommentDialog({ conventionId, snapshot, currentId, onClose }: CommentDialogProps) {
  const { today } = useInstallation();
  const queries = useQueryClient();
  const [channel, setChannel] = useState<(typeof commentChannels)[number]>('visit');
  const [person, setPerson] = useState('');
  const [articleId, setArticleId] = useState(currentId ?? '');
  const [words, setWords] = useState('');
  const [receivedOn, setReceivedOn] = useState(today);
  const add = useMutation({
    mutationFn: () =>
      client.comments.add({ conventionId, channel, person, articleId: articleId === '' ? null : articleId, words, receivedOn }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.comments.key() });
      await queries.invalidateQueries({ queryKey: api.conventions.key() });
      onClose();
    },
  });
  return (
    <FormDialog
      title="登记群众意见"
      submit="登记"
      missing={words.trim() === '' ? '写下意见的内容' : receivedOn === '' ? '填写提出的日期' : undefined}
      isPending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={() => add.mutate()}
    >
      <TextField label="意见内容" rows={4} maxLength={5_000} value={words} onChange={setWords} />
      <SelectField
        label="针对哪一条"
        value={articleId}
        onChange={setArticleId}
        choices={[
          { value: '', name: '对全文的意见' },
          ...snapshot.articles.map(({ article, index }) => ({
            value: article.attrs.id,
            name: snapshot.numbering.labels.get(article.attrs.id) || `第 ${index + 1} 条`,
          })),
        ]}
      />
      <div className="field-row">
        <SelectField
          label="怎么收到的"
          value={channel}
          onChange={(value) => setChannel(commentChannels.find((candidate) => candidate === value) ?? 'other')}
          choices={commentChannels.map((value) => ({ value, name: channelNames[value] }))}
        />
        <TextField label="提出日期" type="date" value={receivedOn} onChange={setReceivedOn} />
      </div>
      <TextField label="提出人（可以不填）" maxLength={50} value={person} onChange={setPerson} hint="名字只存在本机，不写进送审包和公告" />
    </FormDialog>
  );
}
