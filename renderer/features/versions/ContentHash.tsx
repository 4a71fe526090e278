import { useRef, useState } from 'react';
import { Button } from '#renderer/components/Button.tsx';

const shortLength = 12;

/** A version's hash in short, whole on demand; copied by selecting it, which needs no secure address. */
export function ContentHash({ hash }: { hash: string }) {
  const code = useRef<HTMLElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  const [answer, setAnswer] = useState('');
  function copy(): void {
    const element = code.current;
    const selection = document.getSelection();
    if (element === null || selection === null) return;
    selection.selectAllChildren(element);
    const isCopied = document.execCommand('copy');
    setAnswer(isCopied ? '已复制' : '已选中，按 Ctrl 加 C 复制');
    if (isCopied) selection.removeAllRanges();
  }
  return (
    <span className="hash">
      <code ref={code} className="code breakable">
        {isWhole ? hash : hash.slice(0, shortLength)}
      </code>
      <Button kind="link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
        {isWhole ? '收起' : '看全部'}
      </Button>
      {isWhole && (
        <Button kind="link" onClick={copy}>
          复制
        </Button>
      )}
      <output className="dim">{answer}</output>
    </span>
  );
}
