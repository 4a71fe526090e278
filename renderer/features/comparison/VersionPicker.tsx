import type { VersionSummary } from '#contract/conventions.ts';
import { shortDate } from '#renderer/text/dates.ts';
import type { SideName } from './useFileSides.ts';

/** A version's id, or the working draft. */
export type Side = string | undefined;

type VersionPickerProps = {
  versions: readonly VersionSummary[];
  sides: Record<SideName, Side>;
  /** the names of files that stand on a side */
  fileNames: Record<SideName, string | undefined>;
  today: string;
  onChoose: (name: SideName, side: Side) => void;
  onChooseFile: (name: SideName) => void;
};

const sideNames = { old: '旧', new: '新' } as const;
const draftValue = '';
const fileValue = 'file';
const otherFileValue = 'otherFile';

/** Which two texts stand side by side: versions, the draft, or files. */
export function VersionPicker({ versions, sides, fileNames, today, onChoose, onChooseFile }: VersionPickerProps) {
  const ordered = versions.toSorted((one, other) => one.number - other.number);
  return (
    <div className="pickers">
      {(['old', 'new'] as const).map((name) => (
        <div key={name} className="picker">
          <i className={name} aria-hidden="true">
            {sideNames[name]}
          </i>
          <select
            aria-label={name === 'old' ? '旧的一版' : '新的一版'}
            className="input"
            value={fileNames[name] === undefined ? (sides[name] ?? draftValue) : fileValue}
            onChange={(event) => {
              const { value } = event.target;
              if (value === otherFileValue) onChooseFile(name);
              else if (value !== fileValue) onChoose(name, value === draftValue ? undefined : value);
            }}
          >
            {ordered.map((version) => (
              <option key={version.id} value={version.id}>
                第 {version.number} 版　{shortDate(version.frozenAt, today)}　{version.reason}
              </option>
            ))}
            <option value={draftValue}>现在的草案</option>
            {fileNames[name] !== undefined && <option value={fileValue}>文件　{fileNames[name]}</option>}
            <option value={otherFileValue}>另选一个文件来比……</option>
          </select>
        </div>
      ))}
    </div>
  );
}
