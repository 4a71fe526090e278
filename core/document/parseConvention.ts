import type { ConventionDocument, ConventionKind } from '#core/document/document.ts';
import { cutAnnexes } from '#core/document/parsing/annexes.ts';
import { applyCuts, withoutLeftOut, type Cut } from '#core/document/parsing/applyCuts.ts';
import { bodyLines } from '#core/document/parsing/bodyLines.ts';
import { buildDocument, mainFamily, numberingStyleOf } from '#core/document/parsing/buildDocument.ts';
import { articlesOfDraft, printedText, type DraftArticle } from '#core/document/parsing/draft.ts';
import { kindOf } from '#core/document/parsing/kindOf.ts';
import { numberWarnings } from '#core/document/parsing/numberWarnings.ts';
import { offerReadings, type OfferedReading } from '#core/document/parsing/offerReadings.ts';
import { sourceLines } from '#core/document/parsing/sourceLines.ts';
import { tableNumbers } from '#core/document/parsing/tableNumbers.ts';
import { articleStarts, takeApart } from '#core/document/parsing/takeApart.ts';
import { withoutFurniture } from '#core/document/parsing/withoutFurniture.ts';
import { withoutWebResidue } from '#core/document/parsing/webResidue.ts';
import { DomainError } from '#core/errors.ts';

export const parseWarningReasons = [
  'pageFurniture',
  'webResidue',
  'aboveTitle',
  'leftOut',
  'doubtfulReference',
  'numberRepeated',
  'numberSkipped',
  'numberMissing',
  'numberMisread',
  'withoutTitle',
  'notConvention',
] as const;
/** Chinese texts: contract/parseWarnings.ts. */
export type ParseWarningReason = (typeof parseWarningReasons)[number];

/** What was not understood or left out. `text`: the words of the source; empty when the whole text is meant. `line`: its 0-based line, where it has one. */
export type ParseWarning = { text: string; reason: ParseWarningReason; line?: number };

export type ParsedConvention = {
  document: ConventionDocument;
  kind: ConventionKind | 'other';
  style: 'article' | 'chinese' | 'arabic' | 'none' | 'verse';
  /** article id → its number as printed in the source; empty where the source prints none */
  labels: ReadonlyMap<string, string>;
  /** chapter or section id → its number as printed in the source; no entry where the source prints none */
  headingLabels: ReadonlyMap<string, string>;
  warnings: ParseWarning[];
  /** article id → its words as the source prints them, without its own number: items and references keep the numbers of the source */
  printedTexts: ReadonlyMap<string, string>;
  /** article id → its lines in the source, 0-based, both included */
  sourceLines: ReadonlyMap<string, { from: number; to: number }>;
  /** chapter or section id → the 0-based line of its heading */
  headingLines: ReadonlyMap<string, number>;
  /** the best reading of the text, and the next one that differs in its articles where there is one that makes sense */
  readings: readonly OfferedReading[];
};

export type ParseOptions = {
  newId: () => string;
  /** which of `readings` to take; the best when absent */
  reading?: number;
  /** what a person decided: 0-based line of the source → what begins or happens there */
  cuts?: ReadonlyMap<number, Cut>;
};

/** Room for every convention; documentSchema allows 10,000 parts. */
const mostLines = 40_000;
const mostArticles = 9_900;

/**
 * Reads a 村规民约 or 居民公约 from plain text, however it is laid out. Several structural readings of the whole text
 * are scored against one another and the best is built. Text that is no part of the document stands in `warnings`;
 * a text that is no convention still gives a document, with the warning notConvention.
 * Throws FILE_WITHOUT_TEXT for a text without a visible character and TEXT_TOO_LONG beyond 40,000 lines or 9,900 articles.
 */
export function parseConvention(source: string, { newId, reading = 0, cuts = new Map() }: ParseOptions): ParsedConvention {
  const warnings: ParseWarning[] = [];
  const { text: words, removed } = withoutWebResidue(source);
  const lines = withoutLeftOut(withoutFurniture(sourceLines(words), warnings), cuts, warnings);
  for (const text of removed) warnings.push({ text, reason: 'webResidue' });
  if (lines.length === 0) throw new DomainError('FILE_WITHOUT_TEXT');
  if (lines.length > mostLines) throw new DomainError('TEXT_TOO_LONG', `超过 ${mostLines} 行`);
  const { main, annexes, signature } = cutAnnexes(lines);
  const offered = offerReadings(bodyLines(tableNumbers(main)));
  const chosen = offered[reading] ?? offered[0];
  if (chosen === undefined) throw new Error('No reading for a text with lines');
  const segments = applyCuts(chosen.segments, main, cuts, () => articleStarts(chosen.segments));
  const parts = takeApart(segments, warnings, newId);
  for (const above of parts.head.above) warnings.push({ text: printedText(above), reason: 'aboveTitle', line: above.from });
  const articles = articlesOfDraft(parts.body);
  if (articles.length > mostArticles) throw new DomainError('TEXT_TOO_LONG', `超过 ${mostArticles} 条`);
  for (const warning of numberWarnings(parts.body)) warnings.push(warning);
  for (const { marker, line } of segments) if (marker?.misread === true) warnings.push({ text: marker.label, reason: 'numberMisread', line });
  if (parts.head.title === '') warnings.push({ text: '', reason: 'withoutTitle' });
  const { document, doubtfulReferences, headingLabels, headingLines } = buildDocument({ ...parts, closing: [...parts.closing, ...signature.map(({ text }) => text)], annexes }, newId);
  for (const text of doubtfulReferences) warnings.push({ text, reason: 'doubtfulReference' });
  const kind = kindOf(parts.head.title, lines);
  if (kind === 'other') warnings.push({ text: '', reason: 'notConvention' });
  return {
    document,
    kind,
    style: parts.verse.length > 0 && articles.length === 0 ? 'verse' : numberingStyleOf(mainFamily(parts.body)),
    labels: new Map(articles.map(({ id, label }) => [id, label])),
    headingLabels,
    warnings,
    printedTexts: new Map(articles.map((article) => [article.id, printedWords(article)])),
    sourceLines: new Map(articles.map((article) => [article.id, linesOf(article)])),
    headingLines,
    readings: offered.map(({ articles: count, article, headings }) => ({ articles: count, article, headings })),
  };
}

function printedWords({ lead, rest }: DraftArticle): string {
  return [lead.text, ...rest.map(printedText)].filter((text) => text !== '').join('\n');
}

function linesOf({ lead, rest }: DraftArticle): { from: number; to: number } {
  return { from: lead.from, to: Math.max(lead.to, ...rest.slice(-1).map(({ to }) => to)) };
}
