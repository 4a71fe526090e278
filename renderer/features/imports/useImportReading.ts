import { useMemo, useState } from 'react';
import { errorText } from '#contract/errorTexts.ts';
import type { ImportFacts } from '#contract/imports.ts';
import { readRevisions } from '#contract/readRevisions.ts';
import { layRevisions, type LaidRevisions } from '#core/document/suggestions/layRevisions.ts';
import { numberDocument, type Numbering } from '#core/document/numberDocument.ts';
import { parseConvention, type ParsedConvention } from '#core/document/parseConvention.ts';
import type { Cut } from '#core/document/parsing/applyCuts.ts';
import { DomainError } from '#core/errors.ts';
import { newId } from '#renderer/editor/plugins/newId.ts';
import { locateWarnings } from './locateWarnings.ts';
import { sourceRows, type SourceRow } from './sourceRows.ts';

/** What a person decided about the reading: which one, and what single lines are. */
type Decisions = { reading: number; cuts: ReadonlyMap<number, Cut> };

const none: Decisions = { reading: 0, cuts: new Map() };

export type ImportReading = {
  parsed: ParsedConvention;
  numbering: Numbering;
  rows: readonly SourceRow[];
  decisions: Decisions;
  /** why the last decision could not be followed */
  refusal: string | undefined;
  isUndoable: boolean;
  /** Says what a line is; undefined leaves it to the automatic reading. */
  cut: (line: number, cut: Cut | undefined) => void;
  chooseReading: (reading: number) => void;
  undo: () => void;
  /** Back to the automatic reading; can be undone. */
  reset: () => void;
  /** The document as it is read now, with ids of its own, and the file's changes and remarks at their places in it. */
  takeOver: (facts: ImportFacts) => LaidRevisions;
};

function read(source: string, decisions: Decisions): ParsedConvention {
  let made = 0;
  const parsed = parseConvention(source, { ...decisions, newId: () => `part-${(made += 1)}` });
  return { ...parsed, warnings: locateWarnings(parsed.warnings, source) };
}

/** Reads a source on this side, so that each decision shows at once what it makes of the text. */
export function useImportReading(source: string): ImportReading {
  const [history, setHistory] = useState<readonly Decisions[]>([none]);
  const [refusal, setRefusal] = useState<string>();
  const decisions = history.at(-1) ?? none;
  const parsed = useMemo(() => read(source, decisions), [source, decisions]);
  const numbering = useMemo(() => numberDocument(parsed.document), [parsed]);
  const rows = useMemo(() => sourceRows(source, parsed, numbering.labels), [source, parsed, numbering]);

  function decide(next: Decisions): void {
    try {
      read(source, next);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      setRefusal(error.code === 'FILE_WITHOUT_TEXT' ? '这样就没有正文了，没有改。' : errorText(error.code, error.detail));
      return;
    }
    setRefusal(undefined);
    setHistory([...history, next]);
  }

  return {
    parsed,
    numbering,
    rows,
    decisions,
    refusal,
    isUndoable: history.length > 1,
    cut(line, cut) {
      const cuts = new Map(decisions.cuts);
      if (cut === undefined) cuts.delete(line);
      else cuts.set(line, cut);
      decide({ ...decisions, cuts });
    },
    chooseReading(reading) {
      decide({ ...decisions, reading });
    },
    undo() {
      setRefusal(undefined);
      setHistory(history.slice(0, Math.max(1, history.length - 1)));
    },
    reset() {
      decide(none);
    },
    takeOver: (facts) => layRevisions(parseConvention(source, { ...decisions, newId }), source, readRevisions(facts), newId),
  };
}
