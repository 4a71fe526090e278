import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { VersionSummary } from '#contract/conventions.ts';
import { Frame } from '#renderer/app/Frame.tsx';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { shortDate } from '#renderer/text/dates.ts';
import { conclusionNames, notReviewedText } from '#contract/names.ts';
import { api } from '#renderer/transport/api.ts';
import { client } from '#renderer/transport/client.ts';
import { bytesOf, native } from '#renderer/transport/native.ts';
import { PdfPages } from './PdfPages.tsx';
import './printing.css';

type Format = 'pdf' | 'docx' | 'txt';

const formatNames: Record<Format, string> = { pdf: '存为 PDF', docx: '存为 Word', txt: '存为文本' };

/** Whether this very text was reviewed, and how anyone can check the print against it. */
function Clearance({ version, draftChanged }: { version: VersionSummary | undefined; draftChanged: boolean }) {
  if (version === undefined) {
    return (
      <div className="note must">
        <p>这是草案，每页印着“草案，未经合法性审查”，没有校验码。</p>
      </div>
    );
  }
  return (
    <>
      <div className={version.isCleared ? 'note good' : 'note must'}>
        <p>
          {version.isCleared
            ? '这一版通过了合法性审查。'
            : version.conclusion === null
              ? version.isRegistered
                ? '这一版是登记的已施行文本，每页印着“未经本系统审查”。'
                : '这一版还没有审查意见，每页印着“未经合法性审查”。'
              : '这一版没有通过合法性审查，不能张贴，每页印着“未经合法性审查”。'}
        </p>
      </div>
      <dl className="facts">
        <dt>审查结论</dt>
        <dd>{version.conclusion === null ? (version.isRegistered ? notReviewedText(true) : '还没有') : conclusionNames[version.conclusion]}</dd>
        <dt>校验码</dt>
        {version.isCleared ? (
          <dd className="fingerprint">{version.verificationCode}</dd>
        ) : (
          <dd>通过审查后印在末尾</dd>
        )}
        <dt>存版</dt>
        <dd>
          {version.frozenBy}，{version.reason}
        </dd>
      </dl>
      {draftChanged && <p className="hint">草案在这一版之后又改过，这里印的是这一版。</p>}
    </>
  );
}

/** 打印预览: the bytes that are printed, archived and checked. */
export function PrintScreen() {
  const { id = '' } = useParams();
  const { today } = useInstallation();
  const selectId = useId();
  const [parameters, setParameters] = useSearchParams();
  const versionId = parameters.get('version') ?? undefined;
  const input = { conventionId: id, ...(versionId === undefined ? {} : { versionId }) };
  const convention = useQuery(api.conventions.get.queryOptions({ input: { conventionId: id } }));
  const versions = useQuery(api.versions.list.queryOptions({ input: { conventionId: id } }));
  const pdf = useQuery({
    queryKey: ['print', id, versionId],
    queryFn: async ({ signal }) => {
      const file = await client.documents.convention({ ...input, format: 'pdf' }, { signal });
      return { name: file.name, bytes: await bytesOf(file) };
    },
    // The draft may have changed since; a version never does.
    staleTime: versionId === undefined ? 0 : Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const save = useMutation({
    mutationFn: async (format: Format) => {
      if (format === 'pdf' && pdf.data !== undefined) return native.saveFile(pdf.data.name, pdf.data.bytes);
      const file = await client.documents.convention({ ...input, format });
      return native.saveFile(file.name, await bytesOf(file));
    },
    onSuccess: (isSaved) => {
      if (isSaved) showNotice('文件已经存好');
    },
  });
  const print = useMutation({
    mutationFn: ({ name, bytes }: { name: string; bytes: Uint8Array }) => native.openPdf(name, bytes),
  });
  const version = versions.data?.find((candidate) => candidate.id === versionId);
  const error = convention.error ?? versions.error ?? pdf.error ?? save.error ?? print.error;

  return (
    <Frame
      {...(convention.data === undefined
        ? {}
        : { title: convention.data.title, subtitle: [convention.data.township, '打印预览'].filter(Boolean).join(' · ') })}
    >
      <div className="fill print">
        <h1 className="sr-only">打印预览</h1>
        <section className="print-area" tabIndex={0} aria-label="预览">
          {pdf.isLoading && <Loading what="正在排版" />}
          {pdf.data !== undefined && <PdfPages bytes={pdf.data.bytes} />}
        </section>
        <aside className="print-side" aria-label="打印和保存">
          <div className="field">
            <label htmlFor={selectId}>打印哪一版</label>
            <select
              id={selectId}
              className="input"
              value={versionId ?? ''}
              onChange={(event) => {
                setParameters(event.target.value === '' ? {} : { version: event.target.value });
              }}
            >
              {(versions.data ?? [])
                .toSorted((one, other) => other.number - one.number)
                .map((candidate) => (
                  <option key={candidate.id} value={candidate.id}>
                    第 {candidate.number} 版　{shortDate(candidate.frozenAt, today)}
                  </option>
                ))}
              <option value="">现在的草案</option>
            </select>
          </div>
          <div className="print-buttons">
            <Button
              kind="primary"
              big
              disabled={pdf.data === undefined}
              onClick={() => {
                if (pdf.data !== undefined) print.mutate(pdf.data);
              }}
            >
              打印
            </Button>
            {(['pdf', 'docx', 'txt'] as const).map((format) => (
              <Button
                key={format}
                disabled={save.isPending || (format === 'pdf' && pdf.data === undefined)}
                onClick={() => {
                  save.mutate(format);
                }}
              >
                {save.isPending && save.variables === format ? '正在保存' : formatNames[format]}
              </Button>
            ))}
          </div>
          <p className="hint">点“打印”会用看 PDF 的软件打开，在那里选打印机。</p>
          {error !== null && (
            <ErrorNote error={error}>
              {pdf.error !== null && <Button onClick={() => void pdf.refetch()}>再试一次</Button>}
            </ErrorNote>
          )}
          {versions.data !== undefined && (
            <Clearance version={version} draftChanged={convention.data?.draftChanged ?? false} />
          )}
          <ButtonLink to={`/conventions/${id}`}>回到正文</ButtonLink>
        </aside>
      </div>
    </Frame>
  );
}
