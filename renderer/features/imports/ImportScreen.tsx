import { useCallback, useRef, useState } from 'react';
import { mostChosenFiles } from '#contract/chosenFiles.ts';
import type { NativeFile } from '#contract/native.ts';
import { Frame } from '#renderer/app/Frame.tsx';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button } from '#renderer/components/Button.tsx';
import { isPackageName, receivePackage } from '#renderer/features/packages/receivePackage.ts';
import { errorCodeOf, errorSentence, isCancelled } from '#renderer/text/errorSentence.ts';
import { client } from '#renderer/transport/client.ts';
import { BatchScreen } from './batch/BatchScreen.tsx';
import { noteOutcome, startBatch, useBatch } from './batch/importBatch.ts';
import { ImportPreview, type Preview } from './ImportPreview.tsx';
import { ImportQuestions, isAsking } from './ImportQuestions.tsx';
import type { PickedFile } from './pickedFile.ts';
import { nameOfSource, readingInput, refusalOf, type ReadingChoices, type Source } from './source.ts';
import { SourceChooser, type PastedWords } from './SourceChooser.tsx';
import { isPdf, isPictureName } from './sourceKinds.ts';
import { TypingDesk } from './TypingDesk.tsx';
import { keepTypedWords } from './typedWords.ts';
import './imports.css';

/** Where a text comes from, beside what is read: the file of a batch that is looked at, the picture it was typed from. */
type Origin = { picked?: PickedFile; typedFrom?: NativeFile };

type State =
  | { at: 'choosing'; failure?: string; name?: string }
  | { at: 'reading'; name: string; origin: Origin }
  | { at: 'asking'; name: string; origin: Origin; source: Source; preview: Preview }
  | { at: 'preview'; name: string; origin: Origin; preview: Preview }
  | { at: 'typing'; origin: Origin; file: NativeFile; failure?: string };

const notTaken = {
  empty: '没有找到能读的文档。',
  tooMany: `一次最多导入 ${mostChosenFiles} 份，没有导入。分几个文件夹再选。`,
  gone: '文件不在原处，或者没有读取权限。重新拷贝一份到电脑里再试。',
};

/** As a file manager lists them: folder by folder, by name. */
function byPlace(one: PickedFile, other: PickedFile): number {
  return one.folder.localeCompare(other.folder, 'zh') || one.name.localeCompare(other.name, 'zh', { numeric: true });
}

/** 导入文档: choose or paste, answer what only a person can, look at what was understood, then take it in. */
export function ImportScreen() {
  const { office } = useInstallation().installation;
  const batch = useBatch();
  const [state, setState] = useState<State>({ at: 'choosing' });
  const [words, setWords] = useState<PastedWords>({ text: '' });
  const reading = useRef<AbortController | undefined>(undefined);

  const read = useCallback(async (source: Source, origin: Origin = {}, choices: ReadingChoices = {}): Promise<void> => {
    const name = origin.typedFrom === undefined ? nameOfSource(source) : '录入的文字';
    const file = 'file' in source ? source.file : undefined;
    if (file !== undefined && isPackageName(name)) {
      receivePackage(file);
      return;
    }
    const failure = refusalOf(source);
    if (failure !== undefined) {
      setState({ at: 'choosing', failure, name });
      return;
    }
    if (file !== undefined && isPictureName(name)) {
      setState({ at: 'typing', origin, file });
      return;
    }
    const controller = new AbortController();
    reading.current = controller;
    setState({ at: 'reading', name, origin });
    try {
      const preview = await client.imports.preview(readingInput(source, choices), { signal: controller.signal });
      if (controller.signal.aborted) return;
      const isAnswered = Object.keys(choices).length > 0;
      setState(isAsking(preview.facts) && !isAnswered ? { at: 'asking', name, origin, source, preview } : { at: 'preview', name, origin, preview });
    } catch (error) {
      if (controller.signal.aborted || isCancelled(error)) return;
      if (file !== undefined && errorCodeOf(error) === 'FILE_WITHOUT_TEXT' && isPdf(file)) setState({ at: 'typing', origin, file });
      else if (origin.typedFrom !== undefined) setState({ at: 'typing', origin, file: origin.typedFrom, failure: errorSentence(error) });
      else setState({ at: 'choosing', failure: errorSentence(error), name });
    }
  }, []);

  const readPicked = useCallback(
    async (picked: PickedFile): Promise<void> => {
      const file = await picked.read();
      if (file === undefined) setState({ at: 'choosing', failure: notTaken.gone, name: picked.name });
      else await read({ file }, { picked });
    },
    [read],
  );
  const openPicked = useCallback((picked: PickedFile) => void readPicked(picked), [readPicked]);

  function take(files: readonly PickedFile[]): void {
    const [first] = files;
    if (first === undefined) setState({ at: 'choosing', failure: notTaken.empty });
    else if (files.length > mostChosenFiles) setState({ at: 'choosing', failure: notTaken.tooMany });
    else if (files.length === 1) openPicked(first);
    else {
      setState({ at: 'choosing' });
      void startBatch(files.toSorted(byPlace), office);
    }
  }

  /** Back to where the text came from: the picture it was typed from, else the choice. */
  function startOver({ typedFrom, ...origin }: Origin = {}): void {
    reading.current?.abort();
    setState(typedFrom === undefined ? { at: 'choosing' } : { at: 'typing', origin, file: typedFrom });
  }

  const failure = state.at === 'choosing' && state.failure !== undefined && (
    <div className="note bad" role="alert">
      <p>
        {state.name !== undefined && <b className="breakable">{state.name}：</b>}
        {state.failure}
      </p>
    </div>
  );

  function content() {
    switch (state.at) {
      case 'preview': {
        const { name, origin, preview } = state;
        return (
          <ImportPreview
            name={name}
            preview={preview}
            typedFrom={origin.typedFrom}
            onStartOver={() => startOver(origin)}
            onImported={(imported) => {
              if (origin.typedFrom !== undefined) keepTypedWords(origin.typedFrom.name, '');
              if (origin.picked !== undefined) noteOutcome(origin.picked, { went: 'imported', isSecond: false, ...imported });
            }}
            onTakenBack={() => {
              if (origin.picked !== undefined) noteOutcome(origin.picked, { went: 'takenBack' });
            }}
          />
        );
      }
      case 'asking': {
        const { name, origin, source, preview } = state;
        return (
          <ImportQuestions
            name={name}
            facts={preview.facts}
            onAnswer={(choices) => void read(source, origin, choices)}
            onStartOver={() => startOver()}
          />
        );
      }
      case 'typing': {
        const { origin, file, failure } = state;
        return (
          <TypingDesk
            file={file}
            failure={failure}
            onStartOver={() => startOver()}
            onWords={(typed) => void read({ pasted: typed }, { ...origin, typedFrom: file })}
          />
        );
      }
      case 'reading':
        return (
          <div className="page narrow">
            <div className="page-head">
              <h1>导入文档</h1>
            </div>
            <output className="note adv">
              <span className="grow">
                正在读<b className="breakable">{state.name}</b>，找出标题、章和条……
              </span>
              <Button onClick={() => startOver(state.origin)}>取消</Button>
            </output>
          </div>
        );
      case 'choosing':
        if (batch !== undefined) return <BatchScreen batch={batch} failure={failure} onOpen={openPicked} />;
        return (
          <div className="page narrow">
            <div className="page-head">
              <h1>导入文档</h1>
            </div>
            {failure}
            <SourceChooser words={words} onChangeWords={setWords} onFiles={take} onWords={(source) => void read(source)} />
          </div>
        );
    }
  }

  return <Frame title="导入文档">{content()}</Frame>;
}
