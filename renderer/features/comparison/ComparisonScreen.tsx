import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { ConventionDetail, VersionSummary } from '#contract/conventions.ts';
import { Frame } from '#renderer/app/Frame.tsx';
import { useHasRole, useInstallation } from '#renderer/app/installationContext.ts';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { shortDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { ComparisonView } from './ComparisonView.tsx';
import type { ViewChange } from './comparisonView.ts';
import { restoreWords } from './restoreWords.ts';
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
  const convention = useQuery(api.conventions.get.queryOptions({ input: { conventionId: id } }));
  const versions = useQuery(api.versions.list.queryOptions({ input: { conventionId: id } }));
  const isKnown = convention.data !== undefined && versions.data !== undefined;
  const fallback = isKnown ? defaultSides(convention.data, versions.data) : { old: undefined, new: undefined };
  const sideOf = (name: 'old' | 'new'): Side => {
    const value = parameters.get(name);
    if (value === null) return fallback[name];
    return value === draftKey ? undefined : value;
  };
  const sides = { old: sideOf('old'), new: sideOf('new') };
  const comparison = useQuery(
    api.versions.compare.queryOptions({
      input: {
        conventionId: id,
        ...(sides.old === undefined ? {} : { oldVersionId: sides.old }),
        ...(sides.new === undefined ? {} : { newVersionId: sides.new }),
      },
      enabled: isKnown && versions.data.length > 0,
    }),
  );
  const error = convention.error ?? versions.error ?? comparison.error;
  const restore = useRestoreArticles(id, sides.old, () => document.querySelector<HTMLElement>('.compare-scroll')?.focus());
  const { mutate: restoreRow, isPending: isRestoring } = restore;
  const mayEdit = useHasRole('drafter', 'registrar');
  const isRestorable = mayEdit && sides.old !== undefined && sides.new === undefined;
  const footOf = useCallback(
    (change: ViewChange) => {
      const words = isRestorable && 'row' in change ? restoreWords(change.row) : undefined;
      if (words === undefined || !('row' in change)) return null;
      return (
        <div className="row">
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

  function choose(name: 'old' | 'new', side: Side): void {
    setParameters((before) => {
      const next = new URLSearchParams(before);
      next.set('old', sides.old ?? draftKey);
      next.set('new', sides.new ?? draftKey);
      next.set(name, side ?? draftKey);
      return next;
    });
  }

  const versionOf = (side: Side) => versions.data?.find((version) => version.id === side);
  const nameOf = (side: Side) => (side === undefined ? '现在的草案' : `第 ${versionOf(side)?.number ?? ''} 版`);
  const remarkOf = (side: Side) => {
    const version = versionOf(side);
    return version === undefined ? '' : `${shortDate(version.frozenAt, today)}，${version.articleCount} 条`;
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
          {versions.data === undefined || versions.data.length === 0 ? (
            <span className="pickers" />
          ) : (
            <VersionPicker versions={versions.data} sides={sides} today={today} onChoose={choose} />
          )}
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
        {error === null && versions.data?.length === 0 && (
          <p className="loading">还没有存过版，没有可以比较的。存为一版后，就能看草案改了哪些。</p>
        )}
        {error === null && versions.data?.length !== 0 && comparison.data === undefined && <Loading what="正在比较" />}
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
            key={`${sides.old} ${sides.new}`}
            comparison={comparison.data}
            old={{ name: nameOf(sides.old), remark: remarkOf(sides.old) }}
            fresh={{ name: nameOf(sides.new), remark: remarkOf(sides.new) }}
            footOf={footOf}
          />
        )}
      </div>
    </Frame>
  );
}
