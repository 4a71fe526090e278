import { useRef, useState } from 'react';
import { errorText } from '#contract/errorTexts.ts';
import { limits } from '#contract/limits.ts';
import type { NativeFile } from '#contract/native.ts';
import { Frame } from '#renderer/app/Frame.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { isPackageName, receivePackage } from '#renderer/features/packages/receivePackage.ts';
import { errorSentence, isCancelled } from '#renderer/text/errorSentence.ts';
import { client } from '#renderer/transport/client.ts';
import { fileOf } from '#renderer/transport/native.ts';
import { ImportPreview, type Preview } from './ImportPreview.tsx';
import { SourceChooser } from './SourceChooser.tsx';
import './imports.css';

type State =
  | { at: 'choosing'; failure?: string; name?: string }
  | { at: 'reading'; name: string }
  | { at: 'preview'; name: string; preview: Preview };

type Source = { file: NativeFile } | { pasted: string };

function nameOf(source: Source): string {
  return 'file' in source ? source.file.name : '粘贴的文字';
}

/** What can be told before anything is sent: a file of this size is refused. */
function refusal(source: Source): string | undefined {
  if ('pasted' in source) {
    return source.pasted.length > limits.pastedCharacters ? '粘贴的文字太长，没有读取。分成几份，或存成文件后导入。' : undefined;
  }
  if (source.file.bytes.byteLength === 0) return errorText('FILE_EMPTY');
  return source.file.bytes.byteLength > limits.importBytes ? errorText('FILE_TOO_LARGE') : undefined;
}

/** 导入文档: choose or paste, look at what was understood, then take it in. */
export function ImportScreen() {
  const [state, setState] = useState<State>({ at: 'choosing' });
  const [text, setText] = useState('');
  const reading = useRef<AbortController | undefined>(undefined);

  async function read(source: Source): Promise<void> {
    const name = nameOf(source);
    if ('file' in source && isPackageName(name)) {
      receivePackage(source.file);
      return;
    }
    const failure = refusal(source);
    if (failure !== undefined) {
      setState({ at: 'choosing', failure, name });
      return;
    }
    const controller = new AbortController();
    reading.current = controller;
    setState({ at: 'reading', name });
    try {
      const input = 'file' in source ? { file: fileOf(source.file) } : source;
      const preview = await client.imports.preview(input, { signal: controller.signal });
      if (!controller.signal.aborted) setState({ at: 'preview', name, preview });
    } catch (error) {
      if (controller.signal.aborted || isCancelled(error)) setState({ at: 'choosing' });
      else setState({ at: 'choosing', failure: errorSentence(error), name });
    }
  }

  function startOver(): void {
    reading.current?.abort();
    setState({ at: 'choosing' });
  }

  return (
    <Frame title="导入文档">
      {state.at === 'preview' ? (
        <ImportPreview name={state.name} preview={state.preview} onStartOver={startOver} />
      ) : (
        <div className="page narrow">
          <div className="page-head">
            <h1>导入文档</h1>
          </div>
          {state.at === 'choosing' && state.failure !== undefined && (
            <div className="note bad" role="alert">
              <p>
                {state.name !== undefined && <b className="breakable">{state.name}：</b>}
                {state.failure}
              </p>
            </div>
          )}
          {state.at === 'reading' ? (
            <output className="note adv">
              <span className="grow">
                正在读<b className="breakable">{state.name}</b>，找出标题、章和条……
              </span>
              <Button onClick={startOver}>取消</Button>
            </output>
          ) : (
            <SourceChooser
              text={text}
              onChangeText={setText}
              onFile={(file) => void read({ file })}
              onText={(pasted) => void read({ pasted })}
            />
          )}
        </div>
      )}
    </Frame>
  );
}
