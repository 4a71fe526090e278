import { notReviewedText } from '#contract/names.ts';
import type { VersionSummary } from '#contract/conventions.ts';
import type { VersionMark } from '#contract/versions.ts';
import { dateAndTime } from '#renderer/text/dates.ts';
import { markText } from './markText.ts';
import { VersionChanges } from './VersionChanges.tsx';

type VersionTimelineProps = {
  conventionId: string;
  versions: readonly VersionSummary[];
  marks: ReadonlyMap<string, readonly VersionMark[]>;
  draftChanged: boolean;
  chosenId: string | undefined;
  today: string;
  onChoose: (versionId: string) => void;
};

/** The draft and every version, the newest first: who, when, why, how much changed, and what became of it. */
export function VersionTimeline({ conventionId, versions, marks, draftChanged, chosenId, today, onChoose }: VersionTimelineProps) {
  return (
    <ol className="timeline" aria-label="版本时间线">
      <li className="is-draft">
        <b>现在的草案</b>
        <span className="sm dim">{draftChanged ? <VersionChanges conventionId={conventionId} /> : '和最新的一版一样'}</span>
      </li>
      {versions.map((version) => {
        const ofVersion = marks.get(version.id) ?? [];
        return (
          <li key={version.id} className={version.id === chosenId ? 'chosen' : undefined}>
            <button type="button" className="version-choice" aria-pressed={version.id === chosenId} onClick={() => onChoose(version.id)}>
              <b>第 {version.number} 版</b>
              <span>{version.reason}</span>
            </button>
            <span className="sm dim">
              {version.frozenBy}，{dateAndTime(version.frozenAt)}，{version.articleCount} 条
            </span>
            <span className="sm">
              <VersionChanges conventionId={conventionId} versionId={version.id} />
            </span>
            {ofVersion.length > 0 && (
              <ul className="marks">
                {ofVersion.map((mark) => (
                  <li key={`${mark.kind} ${mark.at}`} className="tag">
                    {markText(mark, today)}
                  </li>
                ))}
              </ul>
            )}
            {version.isRegistered && version.conclusion === null && <span className="sm dim">{notReviewedText(true)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
