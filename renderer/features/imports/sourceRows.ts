import { parseWarningTexts } from '#contract/parseWarnings.ts';
import type { ParsedConvention, ParseWarningReason } from '#core/document/parseConvention.ts';
import { sourceLines } from '#core/document/parsing/sourceLines.ts';

/** One visible line of the source with what became of it. */
export type SourceRow = {
  /** 0-based, among all lines of the source */
  line: number;
  text: string;
  /** width of the white space in front, in full-width characters */
  indent: number;
  /** ids of the articles, or of the chapter or section, that hold the line, in the order of the document */
  parts: readonly string[];
  /** computed numbers of the parts that begin here */
  begins: readonly string[];
  /** sentences about what is doubtful here */
  doubts: readonly string[];
  /** the line stands in no part of the document */
  isLeftOut: boolean;
};

const leavesOut: ReadonlySet<ParseWarningReason> = new Set(['pageFurniture', 'webResidue', 'aboveTitle', 'leftOut']);

type Understood = Pick<ParsedConvention, 'warnings' | 'sourceLines' | 'headingLines'>;

/** The lines of a source, blank ones left out, joined with the parts that were read from them. `labels`: part id → computed number. */
export function sourceRows(source: string, parsed: Understood, labels: ReadonlyMap<string, string>): SourceRow[] {
  const parts = new Map<number, string[]>();
  const begins = new Map<number, string[]>();
  const doubts = new Map<number, string[]>();
  const put = (map: Map<number, string[]>, line: number, value: string) => {
    const present = map.get(line);
    if (present === undefined) map.set(line, [value]);
    else present.push(value);
  };
  for (const [id, line] of parsed.headingLines) {
    put(parts, line, id);
    put(begins, line, labels.get(id) ?? '');
  }
  for (const [id, { from, to }] of parsed.sourceLines) {
    put(begins, from, labels.get(id) ?? '');
    for (let line = from; line <= to; line += 1) put(parts, line, id);
  }
  const leftOut = new Set<number>();
  for (const { line, reason } of parsed.warnings) {
    if (line === undefined) continue;
    put(doubts, line, parseWarningTexts[reason]);
    if (leavesOut.has(reason)) leftOut.add(line);
  }
  return sourceLines(source).map(({ index, text, indent }) => ({
    line: index,
    text,
    indent,
    parts: parts.get(index) ?? [],
    begins: (begins.get(index) ?? []).filter((label) => label !== ''),
    doubts: [...new Set(doubts.get(index))],
    isLeftOut: leftOut.has(index),
  }));
}
