import type { DraftText } from '#core/document/parsing/draft.ts';
import { cutClosing, printedTexts, readHead, type Head } from '#core/document/parsing/frame.ts';
import { isLeadIn, isPreamble } from '#core/document/parsing/lineCues.ts';
import type { Parts } from '#core/document/parsing/numberedParts.ts';
import { plainBody, splitChain } from '#core/document/parsing/plainBody.ts';
import { displayWidth } from '#core/document/parsing/sourceLines.ts';
import { isVerseLine, verseMeasure } from '#core/document/parsing/verse.ts';

/** A first paragraph with a colon at its end that is too long for a topic. */
function introducesAll(text: string): boolean {
  return /[：:]$/u.test(text) && displayWidth(text) >= 16;
}

/** Takes a text apart that has no numbers: paragraphs or verse. */
export function plainParts(paragraphs: readonly DraftText[], newId: () => string): Parts {
  const texts = paragraphs.flatMap(splitChain);
  const first = readHead(texts.slice(0, Math.min(texts.length, 12)));
  const head: Head = { ...first, preamble: [] };
  let rest = [...first.preamble, ...texts.slice(12)];
  const opening = rest.slice(0, 4).findLastIndex(({ text }, order) => (order <= 1 && (isPreamble(text) || introducesAll(text))) || isLeadIn(text));
  if (opening >= 0 && rest.length > opening + (isPreamble(rest[opening]?.text ?? '') ? 1 : 2)) {
    head.preamble = rest.slice(0, opening + 1);
    rest = rest.slice(opening + 1);
  }
  const { kept, closing } = cutClosing(rest);
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
