import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Outputs } from '#contract/contract.ts';
import type { NativeFile } from '#contract/native.ts';
import { articlesOf } from '#core/document/articlesOf.ts';
import { titleOf } from '#core/document/titleOf.ts';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { showNotice } from '#renderer/components/notices.ts';
import { kindInTitle, townshipIn, villageIn, villageInTitle } from '#renderer/features/conventions/guessPlace.ts';
import { PlaceFields, type Place } from '#renderer/features/conventions/PlaceFields.tsx';
import { errorSentence } from '#renderer/text/errorSentence.ts';
import { client } from '#renderer/transport/client.ts';
import { fileOf } from '#renderer/transport/native.ts';
import { CutBar } from './CutBar.tsx';
import { Doubts } from './Doubts.tsx';
import { lineRemarks } from './lineRemarks.ts';
import { ResultPane } from './ResultPane.tsx';
import { SourcePane } from './SourcePane.tsx';
import { useImportReading } from './useImportReading.ts';

export type Preview = Outputs['imports']['preview'];

type ImportPreviewProps = {
  name: string;
  preview: Preview;
  /** the picture or scan that the words were typed from, which is kept with them */
  typedFrom: NativeFile | undefined;
  onStartOver: () => void;
  onImported: (imported: { conventionId: string; title: string; village: string; articles: number; doubts: number }) => void;
  onTakenBack: () => void;
};

/** A chosen line, and which of the parts that share it. */
type Choice = { line: number; order: number };

/** The source at left, what was understood at right; nothing is kept before 导入. */
export function ImportPreview({ name, preview, typedFrom, onStartOver, onImported, onTakenBack }: ImportPreviewProps) {
  const { office } = useInstallation().installation;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const reading = useImportReading(preview.source);
  const { parsed, rows, decisions } = reading;
  const [choice, setChoice] = useState<Choice>();
  const [isTried, setIsTried] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const [place, setPlace] = useState<Place>(() => {
    const title = titleOf(preview.document);
    const kind = preview.kind === 'other' ? (kindInTitle(title) ?? 'village') : preview.kind;
    return { village: villageInTitle(title) || villageIn(office), township: townshipIn(office), kind };
  });
  const firstLines = useMemo(() => {
    const lines = new Map([...parsed.headingLines, ...[...parsed.sourceLines].map(([id, { from }]) => [id, from] as const)]);
    return new Map([...lines].toSorted(([, one], [, other]) => one - other));
  }, [parsed]);
  const parts = useMemo(() => [...firstLines.keys()], [firstLines]);
  const remarks = useMemo(() => lineRemarks(decisions.cuts, preview.facts), [decisions, preview]);
  const partsOfLine = rows.find((row) => row.line === choice?.line)?.parts ?? [];
  const part = choice === undefined ? undefined : (partsOfLine[choice.order] ?? partsOfLine[0]);

  const create = useMutation({
    mutationFn: async () => {
      const { document, suggestions, fileComments } = reading.takeOver(preview.facts);
      const attachment = typedFrom === undefined ? preview.attachment : (await client.imports.keepOriginal({ file: fileOf(typedFrom) })).attachment;
      const { conventionId } = await client.conventions.create({
        ...place,
        document,
        suggestions,
        fileComments,
        ...(attachment === null ? {} : { attachment }),
      });
      return { conventionId, title: titleOf(document), articles: articlesOf(document).length };
    },
    onSuccess: async ({ conventionId, title, articles }) => {
      onImported({ conventionId, title, articles, village: place.village, doubts: parsed.warnings.length + preview.notes.length });
      await queries.invalidateQueries();
      showNotice(`《${title}》已经导入`, { label: '撤销导入', run: () => void takeBack(conventionId, title) });
      await navigate(`/conventions/${conventionId}`);
    },
  });

  /** Undoes the import alone: the convention goes into the recycle bin, and nothing else is touched. */
  async function takeBack(conventionId: string, title: string): Promise<void> {
    // Its editor is left first, so that no word of it is on the way when it goes.
    await navigate('/import');
    try {
      await client.conventions.discard({ conventionId });
      onTakenBack();
      showNotice(`《${title}》的导入已经撤销，在回收站里还找得到`);
    } catch (error) {
      showNotice(errorSentence(error));
    }
    await queries.invalidateQueries();
  }

  function chooseLine(line: number): void {
    setChoice({ line, order: 0 });
  }

  function choosePart(id: string): void {
    const line = firstLines.get(id);
    if (line === undefined) return;
    setChoice({ line, order: Math.max(0, rows.find((row) => row.line === line)?.parts.indexOf(id) ?? 0) });
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
        <SourcePane
          name={name}
          rows={rows}
          line={choice?.line}
          part={part}
          remarks={remarks}
          listRef={list}
          onChoose={chooseLine}
          onFollow={() => {
            if (part !== undefined) sheet.current?.querySelector<HTMLElement>(`[data-part="${part}"] button`)?.focus();
          }}
        >
          <CutBar reading={reading} line={choice?.line} />
        </SourcePane>
        <ResultPane
          reading={reading}
          parts={parts}
          part={part}
          sheetRef={sheet}
          onChoose={choosePart}
          onFollow={() => {
            list.current?.focus();
          }}
        >
          <Doubts warnings={parsed.warnings} notes={preview.notes} onShowLine={chooseLine} />
        </ResultPane>
      </div>
    </div>
  );
}
