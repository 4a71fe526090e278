import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Outputs } from '#contract/contract.ts';
import { parseWarningTexts } from '#contract/parseWarnings.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import type { Article, ConventionDocument } from '#core/document/document.ts';
import { numberDocument } from '#core/document/numberDocument.ts';
import { titleOf } from '#core/document/titleOf.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { DocumentView } from '#renderer/components/DocumentView.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { kindInTitle, townshipIn, villageIn, villageInTitle } from '#renderer/features/conventions/guessPlace.ts';
import { PlaceFields, type Place } from '#renderer/features/conventions/PlaceFields.tsx';
import { client } from '#renderer/transport/client.ts';

export type Preview = Outputs['imports']['preview'];

/** Punctuation and spaces around a printed number say nothing about a difference. */
function plainLabel(label: string): string {
  return label.replaceAll(/[\s\p{P}]/gu, '');
}

/** 5 章 21 条 */
function sizeOf(document: ConventionDocument): string {
  const chapters = document.content.filter((part) => part.type === 'chapter').length;
  const articles = articlesOf(document).length;
  return chapters === 0 ? `${articles} 条` : `${chapters} 章 ${articles} 条`;
}

function Doubts({ preview }: { preview: Preview }) {
  const count = preview.warnings.length + preview.notes.length;
  if (count === 0) return <p className="note good">全文都读懂了。对照左边的原文看一遍，再导入。</p>;
  return (
    <section className="doubts" aria-label="没有读懂或要留意的">
      <h2>没有读懂或要留意的，{count} 处</h2>
      <ul>
        {preview.notes.map((note) => (
          <li key={`${note.code} ${note.text}`}>{note.text}</li>
        ))}
        {preview.warnings.map((warning, index) => (
          <li key={index}>
            {parseWarningTexts[warning.reason]}
            {warning.text !== '' && <q>{warning.text}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ImportPreviewProps = { name: string; preview: Preview; onStartOver: () => void };

/** The source at left, what was understood at right; nothing is kept before 导入. */
export function ImportPreview({ name, preview, onStartOver }: ImportPreviewProps) {
  const { office } = useInstallation().installation;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isTried, setIsTried] = useState(false);
  const [place, setPlace] = useState<Place>(() => {
    const title = titleOf(preview.document);
    const kind = preview.kind === 'other' ? (kindInTitle(title) ?? 'village') : preview.kind;
    return { village: villageInTitle(title) || villageIn(office), township: townshipIn(office), kind };
  });
  const numbering = useMemo(() => numberDocument(preview.document), [preview.document]);
  const create = useMutation({
    mutationFn: () =>
      client.conventions.create({
        ...place,
        document: preview.document,
        ...(preview.attachment === null ? {} : { attachment: preview.attachment }),
      }),
    onSuccess: async ({ conventionId }) => {
      await queries.invalidateQueries();
      showNotice(`《${titleOf(preview.document)}》已经导入`);
      await navigate(`/conventions/${conventionId}`);
    },
  });

  function printedNumber(article: Article) {
    const printed = preview.labels[article.attrs.id];
    const computed = numbering.labels.get(article.attrs.id) ?? '';
    if (printed === undefined || plainLabel(printed) === plainLabel(computed)) return null;
    return <small>{printed === '' ? '原文没有编号' : `原文是${printed}`}</small>;
  }

  function submit(): void {
    setIsTried(true);
    if (place.village.trim() !== '') create.mutate();
  }

  return (
    <div className="fill import-preview">
      <form
        noValidate
        className="import-bar"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h1 className="sr-only">核对导入的文字</h1>
        <PlaceFields place={place} onChange={setPlace} showMissing={isTried} />
        <div className="row">
          <Button onClick={onStartOver}>重新选择</Button>
          <Button kind="primary" big type="submit" disabled={create.isPending}>
            {create.isPending ? '正在导入' : '导入'}
          </Button>
        </div>
        {create.error !== null && <ErrorNote error={create.error} />}
      </form>
      <div className="two-texts">
        <section className="source" aria-label="原文" tabIndex={0}>
          <h2>
            原文<span className="sm dim breakable">{name}</span>
          </h2>
          <pre>{preview.source}</pre>
        </section>
        <section className="result" aria-label="读出的条文" tabIndex={0}>
          <h2>
            读出的条文<span className="sm dim">{sizeOf(preview.document)}</span>
          </h2>
          <Doubts preview={preview} />
          <article className="sheet">
            <DocumentView document={preview.document} remarkOf={printedNumber} />
          </article>
        </section>
      </div>
    </div>
  );
}
