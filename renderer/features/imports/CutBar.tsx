import type { Cut } from '#core/document/parsing/applyCuts.ts';
import { Button } from '#renderer/components/Button.tsx';
import { cutNames } from './lineRemarks.ts';
import type { ImportReading } from './useImportReading.ts';

const cuts: readonly Cut[] = ['article', 'heading', 'join', 'leaveOut'];

/** The four things that a line of the source can be instead, for the chosen line, and the ways back. */
export function CutBar({ reading, line }: { reading: ImportReading; line: number | undefined }) {
  const present = line === undefined ? undefined : reading.decisions.cuts.get(line);
  const isAutomatic = reading.decisions.cuts.size === 0 && reading.decisions.reading === 0;
  return (
    <div className="cut-bar" role="group" aria-label="改这一行的读法">
      <div className="cut-head">
        <p className="sm">{line === undefined ? '读得不对的，选中那一行再改。' : `第 ${line + 1} 行应当是：`}</p>
        {reading.isUndoable && (
          <Button kind="link" onClick={reading.undo}>
            撤销上一次改动
          </Button>
        )}
        {!isAutomatic && (
          <Button kind="link" onClick={reading.reset}>
            恢复自动
          </Button>
        )}
      </div>
      <div className="row">
        {cuts.map((cut) => (
          <Button
            key={cut}
            disabled={line === undefined}
            aria-pressed={present === cut}
            onClick={() => {
              if (line !== undefined) reading.cut(line, present === cut ? undefined : cut);
            }}
          >
            {cutNames[cut]}
          </Button>
        ))}
      </div>
      {reading.refusal !== undefined && (
        <p className="field-error" role="alert">
          {reading.refusal}
        </p>
      )}
    </div>
  );
}
