import { endsSentence } from '#core/document/parsing/lineCues.ts';
import { isHeading, type Segment } from '#core/document/parsing/reading.ts';
import type { SourceLine } from '#core/document/parsing/sourceLines.ts';
import type { ParseWarning } from '#core/document/parseConvention.ts';

/** What a person says of a line: it begins an article, is a heading, belongs to what stands above it, or is no part of the text. */
export type Cut = 'article' | 'heading' | 'join' | 'leaveOut';

/** Leaves out the lines that a person took for no part of the text; each is listed in `warnings`. */
export function withoutLeftOut(lines: readonly SourceLine[], cuts: ReadonlyMap<number, Cut>, warnings: ParseWarning[]): SourceLine[] {
  return lines.filter(({ index, text }) => {
    if (cuts.get(index) !== 'leaveOut') return true;
    warnings.push({ text, reason: 'leftOut', line: index });
    return false;
  });
}

/**
 * Overrules the roles of a reading. Only the first segment of a line is concerned: what else begins inside it stays.
 * In a text without numbers, whose paragraphs are articles by themselves, `articleStarts` says which lines begin one.
 */
export function applyCuts(
  segments: readonly Segment[],
  lines: readonly SourceLine[],
  cuts: ReadonlyMap<number, Cut>,
  articleStarts: () => ReadonlySet<number>,
): readonly Segment[] {
  const decided = lines.filter(({ index }) => cuts.has(index));
  if (decided.length === 0) return segments;
  const isPlain = !segments.some((segment) => segment.role === 'article' || isHeading(segment));
  const starts = isPlain ? articleStarts() : new Set<number>();
  let line: number | undefined;
  let above = '';
  return segments.map((segment) => {
    const isFirst = segment.line !== line;
    line = segment.line;
    const changed = isFirst ? decide(segment, cuts.get(segment.line) ?? (starts.has(segment.line) ? 'article' : undefined), above) : segment;
    above = segment.text;
    return changed;
  });
}

function decide(segment: Segment, cut: Cut | undefined, above: string): Segment {
  const { marker, ...plain } = segment;
  switch (cut) {
    case 'article':
      return { ...segment, role: 'article', depth: 0, continues: false, regular: true };
    case 'heading':
      return { ...segment, role: 'bareHeading', depth: 0, continues: false, regular: true };
    case 'join': {
      const gap = marker === undefined || /[、.．）)】〕\]]$/u.test(marker.label) ? '' : marker.separator || ' ';
      const text = marker === undefined ? segment.text : `${marker.label}${gap}${segment.text}`;
      return { ...plain, role: 'text', text, depth: 0, continues: !endsSentence(above), regular: true };
    }
    default:
      return segment;
  }
}
