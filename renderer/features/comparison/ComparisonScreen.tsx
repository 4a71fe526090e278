import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { DocumentComparison } from '#core/comparison/comparison.ts';
import type { ConventionDetail, VersionSummary } from '#contract/conventions.ts';
import { Frame } from '#renderer/app/Frame.tsx';
import { useInstallation } from '#renderer/app/installationContext.ts';
import { Button, ButtonLink } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { shortDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';
import { ChangedParts } from './ChangedParts.tsx';
import { ComparisonColumns } from './ComparisonColumns.tsx';
import { MoveBands } from './MoveBands.tsx';
import { legendCounts, viewBlocks, viewRows } from './comparisonView.ts';
import { VersionPicker, type Side } from './VersionPicker.tsx';
import './comparison.css';

const legend = [
  { key: 'edit', word: '修改', swatch: 'e' },
  { key: 'insert', word: '新增', swatch: 'i' },
  { key: 'delete', word: '删去', swatch: 'd' },
  { key: 'move', word: '移动', swatch: 'm' },
  { key: 'split', word: '拆分', swatch: 'e' },
  { key: 'merge', word: '合并', swatch: 'e' },
] as const;

/** What the two sides are when the address names none: the newest version against the draft, or the last two versions. */
function defaultSides(convention: ConventionDetail, versions: readonly VersionSummary[]): { old: Side; new: Side } {
  const byNumber = versions.toSorted((one, other) => other.number - one.number);
  const [newest, previous] = byNumber;
  if (newest === undefined) return { old: undefined, new: undefined };
  if (convention.draftChanged || previous === undefined) return { old: newest.id, new: undefined };
  return { old: previous.id, new: newest.id };
}

const draftKey = 'draft';

/** Steps through the changed rows with buttons and Alt with the arrow keys; focus goes along. */
function useSteps() {
  const area = useRef<HTMLElement>(null);
  const [at, setAt] = useState(-1);
  const go = useCallback(
    (step: 1 | -1) => {
      const changes = area.current?.querySelectorAll<HTMLElement>('[data-change]:not([data-change="moveAway"])') ?? [];
      if (changes.length === 0) return;
      setAt((before) => {
        const next = before === -1 && step === -1 ? changes.length - 1 : (before + step + changes.length) % changes.length;
        const change = changes[next];
        change?.scrollIntoView({ block: 'center' });
        change?.focus({ preventScroll: true });
        return next;
      });
    },
    [],
  );
  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      if (!event.altKey || event.isComposing) return;
      if (event.key === 'ArrowDown') go(1);
      else if (event.key === 'ArrowUp') go(-1);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [go]);
  return { area, at, go };
}

function positionSentence(at: number, total: number): string {
  if (total === 0) return '两版文字一样';
  return at === -1 ? `共 ${total} 处` : `第 ${at + 1} 处，共 ${total} 处`;
}

type ResultProps = { comparison: DocumentComparison; oldName: string; newName: string; oldRemark: string; newRemark: string };

function Result({ comparison, oldName, newName, oldRemark, newRemark }: ResultProps) {
  const rows = useMemo(() => viewRows(comparison), [comparison]);
  const blocks = useMemo(() => viewBlocks(rows), [rows]);
  const counts = legendCounts(comparison);
  const partCount = comparison.parts.filter((part) => part.op !== 'same').length;
  // A move is one change, which one steps to where the article stands now.
  const total = rows.filter((row) => row.kind !== 'same' && row.kind !== 'moveAway').length + partCount;
  const { area, at, go } = useSteps();
  return (
    <>
      <div className="totals">
        {legend.map(
          ({ key, word, swatch }) =>
            counts[key] > 0 && (
              <span key={key}>
                <i className={`swatch ${swatch}`} aria-hidden="true" />
                {word} {counts[key]}
              </span>
            ),
        )}
        <span className="dim">未改 {counts.same}</span>
        <span className="right">
          <output className="dim">{positionSentence(at, total)}</output>
          <Button
            aria-keyshortcuts="Alt+ArrowUp"
            disabled={total === 0}
            onClick={() => {
              go(-1);
            }}
          >
            上一处
          </Button>
          <Button
            aria-keyshortcuts="Alt+ArrowDown"
            disabled={total === 0}
            onClick={() => {
              go(1);
            }}
          >
            下一处
          </Button>
        </span>
      </div>
      <section className="compare-scroll" ref={area} tabIndex={0} aria-label="两版对照">
        <div className={counts.move > 0 ? 'compare-sheet has-moves' : 'compare-sheet'}>
          <header>
            <h2>
              旧：{oldName}
              <span>{oldRemark}</span>
            </h2>
            <h2>
              新：{newName}
              <span>{newRemark}</span>
            </h2>
          </header>
          <ChangedParts parts={comparison.parts} place="before" />
          <ComparisonColumns blocks={blocks} />
          <MoveBands />
          <ChangedParts parts={comparison.parts} place="after" />
        </div>
      </section>
    </>
  );
}

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
        {error === null && comparison.data !== undefined && (
          <Result
            key={`${sides.old} ${sides.new}`}
            comparison={comparison.data}
            oldName={nameOf(sides.old)}
            newName={nameOf(sides.new)}
            oldRemark={remarkOf(sides.old)}
            newRemark={remarkOf(sides.new)}
          />
        )}
      </div>
    </Frame>
  );
}
