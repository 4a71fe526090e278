import type { VersionSummary } from '#contract/conventions.ts';
import { shortDate } from '#renderer/text/dates.ts';

/** A version's id, or the working draft. */
export type Side = string | undefined;

type VersionPickerProps = {
  versions: readonly VersionSummary[];
  sides: { old: Side; new: Side };
  today: string;
  onChoose: (name: 'old' | 'new', side: Side) => void;
};

const sideNames = { old: '旧', new: '新' } as const;

/** Which two texts stand side by side. */
export function VersionPicker({ versions, sides, today, onChoose }: VersionPickerProps) {
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
            value={sides[name] ?? ''}
            onChange={(event) => {
              onChoose(name, event.target.value === '' ? undefined : event.target.value);
            }}
          >
            {ordered.map((version) => (
              <option key={version.id} value={version.id}>
                第 {version.number} 版　{shortDate(version.frozenAt, today)}　{version.reason}
              </option>
            ))}
            <option value="">现在的草案</option>
          </select>
        </div>
      ))}
    </div>
  );
}
