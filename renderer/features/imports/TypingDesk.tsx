import { useEffect, useId, useRef, useState } from 'react';
import type { NativeFile } from '#contract/native.ts';
import { Button } from '#renderer/components/Button.tsx';
import { PdfPages } from '#renderer/features/printing/PdfPages.tsx';
import { isPictureName } from './sourceKinds.ts';
import { keepTypedWords, keptTypedWords } from './typedWords.ts';

function Picture({ file }: { file: NativeFile }) {
  const image = useRef<HTMLImageElement>(null);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)]));
    if (image.current !== null) image.current.src = address;
    return () => {
      URL.revokeObjectURL(address);
    };
  }, [file]);
  if (isBroken) {
    return (
      <p className="note bad" role="alert">
        这张图片打不开，可能没有拷完整。重新拷贝一份再试。
      </p>
    );
  }
  return <img ref={image} alt={`要录入的图片：${file.name}`} onError={() => setIsBroken(true)} />;
}

const widths = [100, 150, 200] as const;

type TypingDeskProps = {
  file: NativeFile;
  /** why the typed words could not be read */
  failure: string | undefined;
  /** The typed words, to be read as pasted ones. */
  onWords: (words: string) => void;
  onStartOver: () => void;
};

/** A picture or a PDF without words at left, a field to type them into at right. */
export function TypingDesk({ file, failure, onWords, onStartOver }: TypingDeskProps) {
  const [words, setWords] = useState(() => keptTypedWords(file.name));
  const [step, setStep] = useState(0);
  const textId = useId();
  const width = widths[step] ?? 100;

  return (
    <div className="fill typing">
      <form
        className="import-bar"
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '') onWords(words);
        }}
      >
        <h1 className="sr-only">照着录入</h1>
        <p className="grow">
          <b className="breakable">{file.name}</b>里没有读到文字，是图片或扫描件。照着左边录入，再读取。
        </p>
        <div className="row">
          <Button onClick={onStartOver}>重新选择</Button>
          <Button kind="primary" big type="submit" disabled={words.trim() === ''}>
            读取文字
          </Button>
        </div>
        {failure !== undefined && (
          <p className="note bad" role="alert">
            {failure}
          </p>
        )}
      </form>
      <div className="two-texts">
        <section className="picture" aria-label="原件">
          <h2>
            原件
            <span className="row">
              <Button disabled={step === 0} onClick={() => setStep(step - 1)}>
                缩小
              </Button>
              <Button disabled={step === widths.length - 1} onClick={() => setStep(step + 1)}>
                放大
              </Button>
            </span>
          </h2>
          <div className="picture-area" tabIndex={0} role="region" aria-label={`原件，${width}%`}>
            <div style={{ width: `${width}%` }}>{isPictureName(file.name) ? <Picture file={file} /> : <PdfPages bytes={file.bytes} />}</div>
          </div>
        </section>
        <section className="typed" aria-label="录入">
          <h2>
            <label htmlFor={textId}>录入的文字</label>
            <span className="sm dim">一行一条，条号照着写</span>
          </h2>
          <textarea
            id={textId}
            value={words}
            spellCheck={false}
            onChange={(event) => {
              setWords(event.target.value);
              keepTypedWords(file.name, event.target.value);
            }}
          />
        </section>
      </div>
    </div>
  );
}
