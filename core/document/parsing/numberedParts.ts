import { articlesOfDraft, type DraftArticle, type DraftText } from '#core/document/parsing/draft.ts';
import { draftBody } from '#core/document/parsing/draftBody.ts';
import { cutClosing, cutSignature, cutSignatures, printedTexts, readHead } from '#core/document/parsing/frame.ts';
import { headingLikeness, isClosingNote, isSignature } from '#core/document/parsing/lineCues.ts';
import { missingNumbers } from '#core/document/parsing/missingNumbers.ts';
import { isHeading } from '#core/document/parsing/reading.ts';
import { displayWidth } from '#core/document/parsing/sourceLines.ts';
import type { DocumentDraft } from '#core/document/parsing/buildDocument.ts';
import type { ParseWarning } from '#core/document/parseConvention.ts';

/** A text taken apart, annexes aside. */
export type Parts = Omit<DocumentDraft, 'annexes'>;

/** Takes a text apart whose articles or headings carry numbers. */
export function numberedParts(texts: readonly DraftText[], warnings: ParseWarning[], newId: () => string): Parts {
  const start = texts.findIndex((text) => text.role === 'article' || isHeading(text));
  const head = readHead(texts.slice(0, start));
  const { kept, signature } = cutSignatures(texts.slice(start));
  const body = draftBody(kept, newId);
  for (const { lead } of missingNumbers(body, head.preamble, newId)) warnings.push({ text: lead.text.slice(0, 30), reason: 'numberMissing', line: lead.from });
  const articles = articlesOfDraft(body);
  const last = articles.at(-1);
  const closing = last === undefined ? [] : closingOf(last, articles.slice(0, -1));
  return { head, body, verse: [], closing: [...closing, ...printedTexts(signature)] };
}

/** Takes what closes the whole off the last article. */
function closingOf(last: DraftArticle, others: readonly DraftArticle[]): string[] {
  const closing = takeClosing(last);
  const tail = takeTail(last);
  return [...takeAppeal(last, others), ...tail, ...closing];
}

const mostTailWidth = 45;

/** Lines without a sentence in them, or wholly in brackets, behind the last full stop: whoever they name, they sign or remark. */
function takeTail(last: DraftArticle): string[] {
  let start = last.rest.length;
  for (let text = last.rest[start - 1]; text !== undefined && isTail(text); text = last.rest[start - 1]) start -= 1;
  const above = last.rest[start - 1] ?? last.lead;
  if (!fullStop.test(above.text)) return [];
  const tail = last.rest.slice(start);
  last.rest = last.rest.slice(0, start);
  return printedTexts(tail);
}

function isTail({ text, marker }: DraftText): boolean {
  if (marker !== undefined) return false;
  return /^[（(【〔][^（(【〔]+[）)】〕]$/u.test(text) || (!/[。；！？]/u.test(text) && displayWidth(text) <= mostTailWidth);
}

const fullStop = /[。！][”』」）)]?$/u;

/** Fewer articles say nothing about whether this text gives its articles further paragraphs. */
const fewestArticles = 4;

/** 移风易俗，你我同行！ below the last article, where no other article has a paragraph of its own, speaks to all and closes the text. */
function takeAppeal(last: DraftArticle, others: readonly DraftArticle[]): string[] {
  const hasParagraphs = ({ rest }: DraftArticle) => rest.some(({ marker }) => marker === undefined);
  if (others.length < fewestArticles || others.some(hasParagraphs) || !fullStop.test(last.lead.text)) return [];
  const start = last.rest.findIndex(({ marker }) => marker === undefined);
  const appeal = start < 0 ? [] : last.rest.slice(start);
  if (appeal.length === 0 || !appeal.every(({ text, marker }) => marker === undefined && fullStop.test(text))) return [];
  last.rest = last.rest.slice(0, start);
  return printedTexts(appeal);
}

/** Moves the closing out of the last article. */
function takeClosing(last: DraftArticle): string[] {
  // A number or a topic alone needs the paragraph below it.
  const isBare = last.lead.text === '' || headingLikeness(last.lead.text) >= 0.75;
  const own = isBare && last.rest[0]?.marker === undefined && !isSignature(last.rest[0]?.text ?? '') && !isClosingNote(last.rest[0]?.text ?? '') ? last.rest.slice(0, 1) : [];
  const { kept, closing } = cutClosing(last.rest.slice(own.length), 0);
  last.rest = [...own, ...kept];
  const texts = printedTexts(closing);
  const tail = last.rest.at(-1) ?? last.lead;
  const cut = cutSignature(tail.text);
  if (cut === undefined) return texts;
  tail.text = cut.kept;
  return [cut.signature, ...texts];
}
