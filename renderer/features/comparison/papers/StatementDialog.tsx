import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outputs } from '#contract/contract.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { shortDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { bytesOf, native } from '#renderer/transport/native.ts';
import { TextField } from '../../conventions/workspace/forms/TextField.tsx';
import type { ComparedSides } from '../reasons/useChangeReasons.ts';
import './papers.css';

type StatementDialogProps = { sides: ComparedSides; mayEdit: boolean; onClose: () => void };

/** 修订说明: first written from the changes and their reasons, then gone over by hand and kept with the version. */
export function StatementDialog({ sides, mayEdit, onClose }: StatementDialogProps) {
  const statement = useQuery({ ...api.comparisons.statement.queryOptions({ input: sides }), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 });
  if (statement.data === undefined) {
    return (
      <Dialog title="修订说明" wide onClose={onClose} actions={<Button onClick={onClose}>关闭</Button>}>
        {statement.error === null ? <Loading what="正在整理修订情况" /> : <ErrorNote error={statement.error} />}
      </Dialog>
    );
  }
  return <Writing first={statement.data} sides={sides} mayEdit={mayEdit} onClose={onClose} />;
}

type Statement = Outputs['comparisons']['statement'];

function Writing({ first, sides, mayEdit, onClose }: StatementDialogProps & { first: Statement }) {
  const queries = useQueryClient();
  const { today } = useInstallation();
  const [kept, setKept] = useState(first);
  const [text, setText] = useState(first.text);
  const isChanged = text.trim() !== kept.text.trim() || kept.revision === 0;
  const save = useMutation({
    mutationFn: () => client.comparisons.saveStatement({ ...sides, text, revision: kept.revision }),
    onSuccess: async (saved) => {
      setKept(saved);
      setText(saved.text);
      queries.setQueryData(api.comparisons.statement.queryKey({ input: sides }), saved);
      showNotice('修订说明已经保存');
    },
  });
  const compose = useMutation({
    mutationFn: () => client.comparisons.composeStatement(sides),
    onSuccess: (composed) => {
      const before = text;
      setText(composed.text);
      if (before !== composed.text) showNotice('已按现在的改动和理由重新写了一遍', { label: '撤回', run: () => setText(before) });
    },
  });
  const file = useMutation({
    mutationFn: async (format: 'pdf' | 'docx' | 'print') => {
      const made = await client.comparisons.statementFile({ ...sides, format: format === 'print' ? 'pdf' : format });
      const bytes = await bytesOf(made);
      if (format === 'print') {
        await native.openPdf(made.name, bytes);
        return false;
      }
      return native.saveFile(made.name, bytes);
    },
    onSuccess: (isSaved) => {
      if (isSaved) showNotice('文件已经存好');
    },
  });
  const error = save.error ?? compose.error ?? file.error;
  // What is printed is what is kept: an edited text is saved first.
  const isPrintable = !mayEdit || !isChanged;
  return (
    <Dialog
      title="修订说明"
      wide
      onClose={onClose}
      actions={
        <>
          {!isPrintable && <span className="hint">保存以后才能打印和存成文件</span>}
          <Button onClick={onClose}>{isChanged && mayEdit ? '不保存，关闭' : '关闭'}</Button>
          {(['docx', 'pdf', 'print'] as const).map((format) => (
            <Button key={format} disabled={!isPrintable || file.isPending} onClick={() => file.mutate(format)}>
              {{ docx: '存为 Word', pdf: '存为 PDF', print: '打印' }[format]}
            </Button>
          ))}
          {mayEdit && (
            <Button
              kind="primary"
              disabled={text.trim() === ''}
              onClick={() => {
                // Not disabled while it saves: a button that is loses the keyboard.
                if (!save.isPending) save.mutate();
              }}
            >
              {save.isPending ? '正在保存' : '保存'}
            </Button>
          )}
        </>
      }
    >
      <p className="statement-state">
        {kept.savedAt === null ? '这是按改动和理由写出的初稿，改好以后保存。' : `${kept.savedBy}${shortDate(kept.savedAt, today)}保存。`}
        {mayEdit && (
          <Button
            kind="link"
            onClick={() => {
              if (!compose.isPending) compose.mutate();
            }}
          >
            按现在的改动和理由重写
          </Button>
        )}
      </p>
      {mayEdit ? (
        <TextField label="说明" rows={18} maxLength={100_000} value={text} onChange={setText} hint="一行是一段，“一、”开头的短行印成小标题。" />
      ) : (
        <p className="statement-text">{text}</p>
      )}
      {error !== null && <ErrorNote error={error} />}
    </Dialog>
  );
}
