import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ConventionDetail, VersionSummary } from '#contract/conventions.ts';
import { Frame } from '#renderer/app/Frame.tsx';
import { useHasRole, useInstallation } from '#renderer/app/installationContext.ts';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { shortDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { Comparing } from './Comparing.tsx';
import { ComparisonView, type SideTitle } from './ComparisonView.tsx';
import type { ViewChange } from './comparisonView.ts';
import { restoreWords } from './restoreWords.ts';
import { PaperButtons } from './papers/PaperButtons.tsx';
import { ReasonFoot } from './reasons/ReasonFoot.tsx';
import { useComparison } from './useComparison.ts';
import { useFileSides, type SideName } from './useFileSides.ts';
import { useRestoreArticles } from './useRestoreArticles.ts';
import { VersionPicker, type Side } from './VersionPicker.tsx';
import './comparison.css';

/** What the two sides are when the address names none: the newest version against the draft, or the last two versions. */
function defaultSides(convention: ConventionDetail, versions: readonly VersionSummary[]): { old: Side; new: Side } {
  const byNumber = versions.toSorted((one, other) => other.number - one.number);
  const [newest, previous] = byNumber;
  if (newest === undefined) return { old: undefined, new: undefined };
  if (convention.draftChanged || previous === undefined) return { old: newest.id, new: undefined };
  return { old: previous.id, new: newest.id };
}

const draftKey = 'draft';

/** 版本比较: two versions, or a version and the draft, article by article. */
export function ComparisonScreen() {
  const { id = '' } = useParams();
  const { today } = useInstallation();
  const [parameters, setParameters] = useSearchParams();
  const navigate = useNavigate();
  const convention = useQuery(api.conventions.get.queryOptions({ input: { conventionId: id } }));
  const versions = useQuery(api.versions.list.queryOptions({ input: { conventionId: id } }));
  const isKnown = convention.data !== undefined && versions.data !== undefined;
  const fallback = isKnown ? defaultSides(convention.data, versions.data) : { old: undefined, new: undefined };
  const sideOf = (name: SideName): Side => {
    const value = parameters.get(name);
    if (value === null) return fallback[name];
    return value === draftKey ? undefined : value;
  };
  const sides = { old: sideOf('old'), new: sideOf('new') };
  const { files, ...fileSides } = useFileSides();
  const hasFile = files.old !== undefined || files.new !== undefined;
  const canCompare = hasFile || (isKnown && versions.data.length > 0);
  const comparison = useComparison({ conventionId: id, sides, files, enabled: canCompare });
  const error = convention.error ?? versions.error ?? comparison.error;
  const restore = useRestoreArticles(id, sides.old, () => document.querySelector<HTMLElement>('.compare-scroll')?.focus());
  const { mutate: restoreRow, isPending: isRestoring } = restore;
  const mayEdit = useHasRole('drafter', 'registrar');
  const isRestorable = mayEdit && !hasFile && sides.old !== undefined && sides.new === undefined;
  const actionOf = useCallback(
    (change: ViewChange) => {
      const words = isRestorable && 'row' in change ? restoreWords(change.row) : undefined;
      if (words === undefined || !('row' in change)) return null;
      return (
        <div className="restore">
          <Button
            kind="link"
            disabled={isRestoring}
            onClick={() => {
              // The version that keeps the draft must not become the one that is compared by default.
              setParameters({ old: sides.old ?? draftKey, new: draftKey }, { replace: true });
              restoreRow(change.row);
            }}
          >
            {words}
          </Button>
        </div>
      );
    },
    [isRestorable, isRestoring, restoreRow, setParameters, sides.old],
  );

  const { old: oldVersionId, new: newVersionId } = sides;
  const compared = useMemo(
    () => ({
      conventionId: id,
      ...(oldVersionId === undefined ? {} : { oldVersionId }),
      ...(newVersionId === undefined ? {} : { newVersionId }),
    }),
    [id, oldVersionId, newVersionId],
  );
  const footOf = useCallback(
    (change: ViewChange) => (hasFile ? null : <ReasonFoot change={change} sides={compared} mayEdit={mayEdit} />),
    [hasFile, compared, mayEdit],
  );

  function choose(name: SideName, side: Side): void {
    fileSides.leave(name);
    setParameters((before) => {
      const next = new URLSearchParams(before);
      next.set('old', sides.old ?? draftKey);
      next.set('new', sides.new ?? draftKey);
      next.set(name, side ?? draftKey);
      return next;
    });
  }

  const versionOf = (side: Side) => versions.data?.find((version) => version.id === side);
  const titleOf = (name: SideName): SideTitle => {
    const file = files[name];
    if (file !== undefined) return { name: file.name, remark: file.remark };
    const version = versionOf(sides[name]);
    if (version === undefined) return { name: '现在的草案', remark: '' };
    return { name: `第 ${version.number} 版`, remark: `${shortDate(version.frozenAt, today)}，${version.articleCount} 条` };
  };

  return (
    <Frame
      {...(convention.data === undefined
        ? {}
        : { title: convention.data.title, subtitle: [convention.data.township, '版本比较'].filter(Boolean).join(' · ') })}
    >
      <div className="fill">
        <h1 className="sr-only">版本比较</h1>
        <div className="compare-bar">
          {versions.data === undefined ? (
            <span className="pickers" />
          ) : (
            <VersionPicker
              versions={versions.data}
              sides={sides}
              fileNames={{ old: files.old?.name, new: files.new?.name }}
              today={today}
              onChoose={choose}
              onChooseFile={fileSides.choose}
            />
          )}
          {!hasFile && comparison.data !== undefined && <PaperButtons sides={compared} mayEdit={mayEdit} />}
          <ButtonLink to={`/conventions/${id}`}>回到正文</ButtonLink>
        </div>
        {error !== null && (
          <div className="compare-note">
            <ErrorNote error={error}>
              <Button
                onClick={() => {
                  void convention.refetch();
                  void versions.refetch();
                  void comparison.refetch();
                }}
              >
                再试一次
              </Button>
            </ErrorNote>
          </div>
        )}
        {fileSides.error !== null && (
          <div className="compare-note">
            <ErrorNote error={fileSides.error}>
              <Button onClick={fileSides.reset}>知道了</Button>
            </ErrorNote>
          </div>
        )}
        {error === null && isKnown && !canCompare && (
          <p className="loading">还没有存过版。存为一版后，就能看草案改了哪些；也可以在上面另选一个文件来比。</p>
        )}
        {error === null && fileSides.isReading && <Loading what="正在读文件" />}
        {error === null && canCompare && comparison.data === undefined && <Comparing onStop={() => void navigate(-1)} />}
        {restore.error !== null && (
          <div className="compare-note">
            <ErrorNote error={restore.error}>
              <Button
                onClick={() => {
                  restore.reset();
                  void comparison.refetch();
                }}
              >
                重新比较
              </Button>
            </ErrorNote>
          </div>
        )}
        {error === null && comparison.data !== undefined && (
          <ComparisonView
            key={`${files.old?.key ?? sides.old} ${files.new?.key ?? sides.new}`}
            comparison={comparison.data}
            old={titleOf('old')}
            fresh={titleOf('new')}
            footOf={footOf}
            actionOf={actionOf}
          />
        )}
      </div>
    </Frame>
  );
}
