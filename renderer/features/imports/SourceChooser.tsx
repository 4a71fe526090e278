import { useId, useState, type DragEvent } from 'react';
import type { NativeFile } from '#contract/native.ts';
import { Button } from '#renderer/components/Button.tsx';
import { packageEnding } from '#renderer/features/packages/receivePackage.ts';
import { native } from '#renderer/transport/native.ts';

const endings = ['.docx', '.doc', '.txt', '.md', '.text', '.json', packageEnding] as const;

type SourceChooserProps = {
  /** what stands in the field for pasted words */
  text: string;
  onChangeText: (text: string) => void;
  onFile: (file: NativeFile) => void;
  onText: (text: string) => void;
};

/** The ways in: a file from the computer, a file dropped here, or pasted text. */
export function SourceChooser({ text, onChangeText, onFile, onText }: SourceChooserProps) {
  const [isOver, setIsOver] = useState(false);
  const textId = useId();

  async function drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }

  async function choose(): Promise<void> {
    const file = await native.chooseFile(endings);
    if (file !== undefined) onFile(file);
  }

  return (
    <div className="sources">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button inside does the same for the keyboard */}
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
        <Button kind="primary" big onClick={() => void choose()}>
          选择文件
        </Button>
        <div>
          <b>选一个文件，或者把文件拖到这里</b>
          <p className="dim">Word 和 WPS 文档、文本文件都可以，最大 20 兆。别的单位发来的送审包也从这里打开。</p>
        </div>
      </section>
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onText(text);
        }}
      >
        <label htmlFor={textId}>没有文件的，把文字粘贴在这里</label>
        <textarea
          id={textId}
          className="input"
          rows={9}
          value={text}
          spellCheck={false}
          onChange={(event) => {
            onChangeText(event.target.value);
          }}
        />
        <div className="row">
          <Button type="submit" disabled={text.trim() === ''}>
            读取文字
          </Button>
          {text.trim() === '' && <span className="hint">粘贴文字后可以读取</span>}
        </div>
      </form>
    </div>
  );
}
