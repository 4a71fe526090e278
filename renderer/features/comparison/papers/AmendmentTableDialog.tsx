import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { client } from '#renderer/transport/client.ts';
import { bytesOf, native } from '#renderer/transport/native.ts';
import { ChoiceField } from '../../conventions/workspace/forms/ChoiceField.tsx';
import { PdfPages } from '../../printing/PdfPages.tsx';
import type { ComparedSides } from '../reasons/useChangeReasons.ts';
import '../../printing/printing.css';
import './papers.css';

const formats = { pdf: '存为 PDF', docx: '存为 Word', xlsx: '存为 Excel' } as const;
type Format = keyof typeof formats;

/** 条文对照表 as it is printed, with the choices that make it. */
export function AmendmentTableDialog({ sides, onClose }: { sides: ComparedSides; onClose: () => void }) {
  const [columns, setColumns] = useState<'four' | 'three'>('four');
  const [articles, setArticles] = useState<'changed' | 'all'>('changed');
  const [deletions, setDeletions] = useState<'struck' | 'bracketed'>('struck');
  const input = { ...sides, hasSource: columns === 'four', showUnchanged: articles === 'all', deletions };
  const pdf = useQuery({
    queryKey: ['amendmentTable', input],
    queryFn: async ({ signal }) => {
      const file = await client.comparisons.table({ ...input, format: 'pdf' }, { signal });
      return { name: file.name, bytes: await bytesOf(file) };
    },
    // The draft or a reason may have changed since.
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const isSettled = pdf.data !== undefined && !pdf.isPlaceholderData && !pdf.isFetching;
  const save = useMutation({
    mutationFn: async (format: Format) => {
      if (format === 'pdf' && pdf.data !== undefined) return native.saveFile(pdf.data.name, pdf.data.bytes);
      const file = await client.comparisons.table({ ...input, format });
      return native.saveFile(file.name, await bytesOf(file));
    },
    onSuccess: (isSaved) => {
      if (isSaved) showNotice('文件已经存好');
    },
  });
  const print = useMutation({ mutationFn: ({ name, bytes }: { name: string; bytes: Uint8Array }) => native.openPdf(name, bytes) });
  const error = pdf.error ?? save.error ?? print.error;
  return (
    <Dialog
      title="条文对照表"
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>关闭</Button>
          {(['xlsx', 'docx', 'pdf'] as const).map((format) => (
            <Button key={format} disabled={save.isPending || (format === 'pdf' && !isSettled)} onClick={() => save.mutate(format)}>
              {save.isPending && save.variables === format ? '正在保存' : formats[format]}
            </Button>
          ))}
          <Button
            kind="primary"
            disabled={!isSettled}
            onClick={() => {
              if (pdf.data !== undefined) print.mutate(pdf.data);
            }}
          >
            打印
          </Button>
        </>
      }
    >
      <div className="table-choices">
        <ChoiceField
          label="栏目"
          value={columns}
          onChange={setColumns}
          choices={[
            { value: 'four', name: '四栏，有来源' },
            { value: 'three', name: '三栏' },
          ]}
        />
        <ChoiceField
          label="条文"
          value={articles}
          onChange={setArticles}
          choices={[
            { value: 'changed', name: '只列有改动的' },
            { value: 'all', name: '全部列出' },
          ]}
        />
        <ChoiceField
          label="删去的文字"
          value={deletions}
          onChange={setDeletions}
          choices={[
            { value: 'struck', name: '划去' },
            { value: 'bracketed', name: '写成〔删去：……〕' },
          ]}
        />
      </div>
      {error !== null && (
        <ErrorNote error={error}>{pdf.error !== null && <Button onClick={() => void pdf.refetch()}>再试一次</Button>}</ErrorNote>
      )}
      <section className="table-preview" tabIndex={0} aria-label="对照表预览" aria-busy={!isSettled}>
        {pdf.data === undefined ? pdf.error === null && <Loading what="正在排版" /> : <PdfPages bytes={pdf.data.bytes} />}
      </section>
    </Dialog>
  );
}
