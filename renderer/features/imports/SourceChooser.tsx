import { useId, useRef, useState, type DragEvent } from 'react';
import { limits } from '#contract/limits.ts';
import { Button } from '#renderer/components/Button.tsx';
import { native } from '#renderer/transport/native.ts';
import { droppedFiles, fromChoice, type PickedFile } from './pickedFile.ts';
import type { Source } from './source.ts';
import { fileEndings, folderEndings } from './sourceKinds.ts';

/** What stands in the field for pasted words; `html` is what was copied along with exactly these words. */
export type PastedWords = { text: string; html?: string };

type SourceChooserProps = {
  words: PastedWords;
  onChangeWords: (words: PastedWords) => void;
  /** one file or many; none when a folder holds nothing to read */
  onFiles: (files: readonly PickedFile[]) => void;
  onWords: (source: Source) => void;
};

/** The ways in: files or a folder from the computer, dropped here, or pasted text. */
export function SourceChooser({ words, onChangeWords, onFiles, onWords }: SourceChooserProps) {
  const [isOver, setIsOver] = useState(false);
  const pastedHtml = useRef<string>(undefined);
  const textId = useId();
  const isBlank = words.text.trim() === '';

  async function drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    setIsOver(false);
    onFiles(await droppedFiles(event.dataTransfer, folderEndings));
  }

  async function choose(from: 'files' | 'folder'): Promise<void> {
    const files = await native.chooseFiles(from, from === 'files' ? fileEndings : folderEndings);
    if (files !== undefined) onFiles(files.map(fromChoice));
  }

  return (
    <div className="sources">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons inside do the same for the keyboard */}
      <section
        className={isOver ? 'drop over' : 'drop'}
        aria-label="选择文件"
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => {
          setIsOver(false);
        }}
        onDrop={(event) => void drop(event)}
      >
        <div className="row">
          <Button kind="primary" big onClick={() => void choose('files')}>
            选择文件
          </Button>
          <Button big onClick={() => void choose('folder')}>
            选择文件夹
          </Button>
        </div>
        <div>
          <b>选一份、几份，或者整个文件夹，也可以拖到这里</b>
          <p className="dim">
            Word、WPS、PDF、网页和文本文件都可以，每份最大 20 兆。扫描件和照片可以对着录入。别的单位发来的送审包也从这里打开。
          </p>
        </div>
      </section>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          if (isBlank) return;
          onWords(words.html === undefined ? { pasted: words.text } : { pastedHtml: words.html });
        }}
      >
        <label htmlFor={textId}>没有文件的，把文字粘贴在这里</label>
        <textarea
          id={textId}
          className="input"
          rows={9}
          value={words.text}
          spellCheck={false}
          onPaste={(event) => {
            const html = event.clipboardData.getData('text/html');
            const { selectionStart, selectionEnd, value } = event.currentTarget;
            // What was copied stands for the words only where it replaces all of them.
            const isWhole = selectionStart === 0 && selectionEnd === value.length;
            pastedHtml.current = isWhole && html !== '' && html.length <= limits.pastedCharacters ? html : undefined;
          }}
          onChange={(event) => {
            const html = pastedHtml.current;
            pastedHtml.current = undefined;
            onChangeWords({ text: event.target.value, ...(html === undefined ? {} : { html }) });
          }}
        />
        <div className="row">
          <Button type="submit" disabled={isBlank}>
            读取文字
          </Button>
          {isBlank && <span className="hint">粘贴文字后可以读取</span>}
          {words.html !== undefined && <span className="hint">编号、表格等格式一并带来了，改动文字后只读文字</span>}
        </div>
      </form>
    </div>
  );
}
