import type { ConventionDocument, ConventionKind } from '#core/document/document.ts';
import { cutAnnexes } from '#core/document/parsing/annexes.ts';
import { bodyLines, lonePageNumbers } from '#core/document/parsing/bodyLines.ts';
import { buildDocument, mainFamily, numberingStyleOf, type DocumentDraft } from '#core/document/parsing/buildDocument.ts';
import { rankReadings } from '#core/document/parsing/chooseReading.ts';
import { articlesOfDraft, joinSegments, type DraftArticle, type DraftBody, type DraftText } from '#core/document/parsing/draft.ts';
import { draftBody } from '#core/document/parsing/draftBody.ts';
import { cutClosing, cutSignature, cutSignatures, printedTexts, readHead, type Head } from '#core/document/parsing/frame.ts';
import { contentsLines, furnitureReason, runningHeaders } from '#core/document/parsing/furniture.ts';
import { headingLikeness, isClosingNote, isLeadIn, isPreamble, isSignature } from '#core/document/parsing/lineCues.ts';
import { plainBody, splitChain } from '#core/document/parsing/plainBody.ts';
import { simplifiedCues } from '#core/document/parsing/simplifiedCues.ts';
import { sourceLines, type SourceLine } from '#core/document/parsing/sourceLines.ts';
import { missingNumbers } from '#core/document/parsing/missingNumbers.ts';
import { isVerseLine, verseMeasure } from '#core/document/parsing/verse.ts';
import { withoutWebResidue } from '#core/document/parsing/webResidue.ts';
import { DomainError } from '#core/errors.ts';

export const parseWarningReasons = [
  'pageFurniture',
  'webResidue',
  'aboveTitle',
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

/** What was not understood or left out. `text`: the words of the source; empty when the whole text is meant. */
export type ParseWarning = { text: string; reason: ParseWarningReason };

export type ParsedConvention = {
  document: ConventionDocument;
  kind: ConventionKind | 'other';
  style: 'article' | 'chinese' | 'arabic' | 'none' | 'verse';
  /** article id → its number as printed in the source; empty where the source prints none */
  labels: ReadonlyMap<string, string>;
  /** chapter or section id → its number as printed in the source; no entry where the source prints none */
  headingLabels: ReadonlyMap<string, string>;
  warnings: ParseWarning[];
  /** article id → its lines in the source, 0-based, both included */
  sourceLines: ReadonlyMap<string, { from: number; to: number }>;
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
export function parseConvention(source: string, options: { newId: () => string }): ParsedConvention {
  const warnings: ParseWarning[] = [];
  const { text: words, removed } = withoutWebResidue(source);
  const lines = withoutFurniture(sourceLines(words), warnings);
  for (const text of removed) warnings.push({ text, reason: 'webResidue' });
  if (lines.length === 0) throw new DomainError('FILE_WITHOUT_TEXT');
  if (lines.length > mostLines) throw new DomainError('TEXT_TOO_LONG', `超过 ${mostLines} 行`);
  const { main, annexes, signature } = cutAnnexes(lines);
  const body = bodyLines(main);
  const [best] = rankReadings(body);
  if (best === undefined) throw new Error('No reading for a text with lines');
  const texts = joinSegments(best.segments);
  const parts = best.reading.article === undefined && best.reading.headings.length === 0 ? plainParts(texts, options.newId) : numberedParts(texts, warnings, options.newId);
  for (const { text } of parts.head.above) warnings.push({ text, reason: 'aboveTitle' });
  const articles = articlesOfDraft(parts.body);
  if (articles.length > mostArticles) throw new DomainError('TEXT_TOO_LONG', `超过 ${mostArticles} 条`);
  for (const warning of numberWarnings(parts.body)) warnings.push(warning);
  for (const { marker } of texts) if (marker?.misread === true) warnings.push({ text: marker.label, reason: 'numberMisread' });
  if (parts.head.title === '') warnings.push({ text: '', reason: 'withoutTitle' });
  const { document, doubtfulReferences, headingLabels } = buildDocument({ ...parts, closing: [...parts.closing, ...signature.map(({ text }) => text)], annexes }, options.newId);
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
    sourceLines: new Map(articles.map((article) => [article.id, linesOf(article)])),
  };
}

function withoutFurniture(lines: readonly SourceLine[], warnings: ParseWarning[]): SourceLine[] {
  const headers = runningHeaders(lines);
  const contents = contentsLines(lines);
  const kept = withoutLines(
    lines,
    (line) => (headers.has(line) || contents.has(line) ? 'pageFurniture' : furnitureReason(line.text)),
    warnings,
  );
  const pageNumbers = lonePageNumbers(kept);
  const body = withoutLines(kept, (line) => (pageNumbers.has(line) ? 'pageFurniture' : undefined), warnings);
  if (body.length > 0) return body;
  // A sheet of nothing but such lines is taken as it is.
  warnings.length = 0;
  return [...lines];
}

/** Leaves lines out, each with a warning, and marks the lines that stood behind them. */
function withoutLines(
  lines: readonly SourceLine[],
  reasonOf: (line: SourceLine) => ParseWarningReason | undefined,
  warnings: ParseWarning[],
): SourceLine[] {
  const kept: SourceLine[] = [];
  let afterFurniture = false;
  for (const line of lines) {
    const reason = reasonOf(line);
    if (reason === undefined) kept.push(afterFurniture ? { ...line, afterFurniture } : line);
    else warnings.push({ text: line.text, reason });
    afterFurniture = reason !== undefined;
  }
  return kept;
}

type Parts = Omit<DocumentDraft, 'annexes'>;

function numberedParts(texts: readonly DraftText[], warnings: ParseWarning[], newId: () => string): Parts {
  const start = texts.findIndex(({ role }) => role === 'heading' || role === 'bareHeading' || role === 'article');
  const head = readHead(texts.slice(0, start));
  const { kept, signature } = cutSignatures(texts.slice(start));
  const body = draftBody(kept, newId);
  for (const { lead } of missingNumbers(body, head.preamble, newId)) warnings.push({ text: lead.text.slice(0, 30), reason: 'numberMissing' });
  const last = articlesOfDraft(body).at(-1);
  const closing = last === undefined ? [] : takeClosing(last);
  return { head, body, verse: [], closing: [...closing, ...printedTexts(signature)] };
}

/** Moves the closing out of the last article. */
function takeClosing(last: DraftArticle): string[] {
  // A number or a topic alone needs the paragraph below it.
  const isBare = last.lead.text === '' || headingLikeness(last.lead.text) >= 0.75;
  const own = isBare && last.rest[0]?.marker === undefined && !isSignature(last.rest[0]?.text ?? '') && !isClosingNote(last.rest[0]?.text ?? '') ? last.rest.slice(0, 1) : [];
  const { kept, closing } = cutClosing(last.rest.slice(own.length));
  last.rest = [...own, ...kept];
  const texts = printedTexts(closing);
  const tail = last.rest.at(-1) ?? last.lead;
  const cut = cutSignature(tail.text);
  if (cut === undefined) return texts;
  tail.text = cut.kept;
  return [cut.signature, ...texts];
}

function plainParts(texts: readonly DraftText[], newId: () => string): Parts {
  const first = readHead(texts.slice(0, Math.min(texts.length, 12)));
  const head: Head = { ...first, preamble: [] };
  let rest = [...first.preamble, ...texts.slice(12)];
  const opening = rest.slice(0, 4).findLastIndex(({ text }, order) => (order <= 1 && isPreamble(text)) || isLeadIn(text));
  if (opening >= 0 && rest.length > opening + (isPreamble(rest[opening]?.text ?? '') ? 1 : 2)) {
    head.preamble = rest.slice(0, opening + 1);
    rest = rest.slice(opening + 1);
  }
  const { kept: unsplit, closing } = cutClosing(rest);
  const kept = unsplit.flatMap(splitChain);
  // A text that is all closing or all head still needs a body.
  if (kept.length === 0) {
    const content = rest.length > 0 ? rest : texts;
    const bare = rest.length > 0 ? head : { title: '', subtitle: [], preamble: [], above: [] };
    return { head: bare, body: plainBody(content, newId), verse: [], closing: [] };
  }
  const measure = verseMeasure(kept.map(({ text }) => text), `${head.title} ${printedTexts(head.subtitle).join(' ')}`);
  if (measure !== undefined) {
    const prose = closing.findIndex(({ text }) => !isVerseLine(text, measure));
    const end = prose < 0 ? closing.length : prose;
    return { head, body: [], verse: [...kept, ...closing.slice(0, end)], closing: printedTexts(closing.slice(end)) };
  }
  return { head, body: plainBody(kept, newId), verse: [], closing: printedTexts(closing) };
}

function linesOf({ lead, rest }: DraftArticle): { from: number; to: number } {
  return { from: lead.from, to: Math.max(lead.to, ...rest.slice(-1).map(({ to }) => to)) };
}

/** Numbers that come twice or are missing within a chapter, or within the document where numbers run on. */
function numberWarnings(body: DraftBody): ParseWarning[] {
  const warnings: ParseWarning[] = [];
  let last = 0;
  let family: string | undefined;
  for (const { label, value, lead } of articlesOfDraft(body)) {
    if (value === undefined || lead.marker?.family === 'bullet') continue;
    if (lead.marker?.family === family) {
      if (value === last) warnings.push({ text: label, reason: 'numberRepeated' });
      else if (value > last + 1) warnings.push({ text: label, reason: 'numberSkipped' });
    }
    family = lead.marker?.family;
    last = value;
  }
  return warnings;
}

function kindOf(printedTitle: string, lines: readonly SourceLine[]): ParsedConvention['kind'] {
  const title = simplifiedCues(printedTitle);
  if (/村规|村民公约|乡规/u.test(title)) return 'village';
  if (/居民|社区|小区|居规/u.test(title)) return 'community';
  if (/村规|村民|乡规|民约|村约|村/u.test(title) && !/合同|协议/u.test(title)) return 'village';
  const text = simplifiedCues(
    lines
      .map((line) => line.text)
      .join('\n')
      .slice(0, 20_000),
  );
  if (/合同|协议书?/u.test(title) || (/甲方/u.test(text) && /乙方/u.test(text))) return 'other';
  const village = text.match(/村民|本村|我村|全村|村委会|村规民约/gu)?.length ?? 0;
  const community = text.match(/居民|本社区|我社区|小区|居委会|居民公约/gu)?.length ?? 0;
  if (village + community < 2 && !/公约|规约|民约/u.test(title)) return 'other';
  return community > village ? 'community' : village > 0 || /民约/u.test(title) ? 'village' : 'other';
}
