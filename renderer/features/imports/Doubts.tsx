import { parseWarningTexts } from '#contract/parseWarnings.ts';
import type { ParseWarning } from '#core/document/parseConvention.ts';

type DoubtsProps = {
  warnings: readonly ParseWarning[];
  notes: readonly { code: string; text: string }[];
  onShowLine: (line: number) => void;
};

/** Everything that was not understood or left out; what has a line leads there. */
export function Doubts({ warnings, notes, onShowLine }: DoubtsProps) {
  const count = warnings.length + notes.length;
  if (count === 0) return <p className="note good">全文都读懂了。对照左边的原文看一遍，再导入。</p>;
  return (
    <section className="doubts" aria-label="没有读懂或要留意的" tabIndex={0}>
      <h3>没有读懂或要留意的，{count} 处</h3>
      <ul>
        {notes.map((note) => (
          <li key={`${note.code} ${note.text}`}>{note.text}</li>
        ))}
        {warnings.map(({ reason, text, line }, index) => (
          <li key={index}>
            <span>{parseWarningTexts[reason]}</span>
            {line !== undefined && (
              <button type="button" className="link" onClick={() => onShowLine(line)}>
                看第 {line + 1} 行
              </button>
            )}
            {text !== '' && <q>{text}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}
