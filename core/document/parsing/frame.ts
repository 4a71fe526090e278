import type { DraftText } from '#core/document/parsing/draft.ts';
import { printedText } from '#core/document/parsing/draft.ts';
import { endsSentence, headingLikeness, isAnnexHeading, isClosingParagraph, isDate, isSignature, isSubtitle, isTitle, sentenceEnd } from '#core/document/parsing/lineCues.ts';
import { displayWidth } from '#core/document/parsing/sourceLines.ts';

export type Head = { title: string; subtitle: DraftText[]; preamble: DraftText[]; above: DraftText[] };

const placeName = /(?:省|市|县|区|镇|乡|街道|村|社区|屯|嘎查)$/u;

/** Reads what stands above the body: title (also over two lines), lines below it, preamble; what stands above the title is no part of it. */
export function readHead(texts: readonly DraftText[]): Head {
  const at = texts.slice(0, 30).findIndex((text) => isTitle(text.text));
  let title = '';
  if (at >= 0) {
    title = texts[at]?.text ?? '';
    const above = texts[at - 1];
    if (above !== undefined && placeName.test(above.text) && displayWidth(above.text) <= 24 && !sentenceEnd.test(above.text)) {
      title = `${above.text}${title}`;
      const rest = texts.slice(0, at - 1);
      return { title, above: rest, ...splitBelow(texts.slice(at + 1)) };
    }
    return { title, above: texts.slice(0, at), ...splitBelow(texts.slice(at + 1)) };
  }
  const glued = gluedTitle(texts[0]);
  if (glued !== undefined) return { title: glued.title, above: [], ...splitBelow([glued.rest, ...texts.slice(1)]) };
  const [first, ...others] = texts;
  if (first !== undefined && standsOut(first.text, others)) return { title: first.text, above: [], ...splitBelow(others) };
  return { title: '', above: [], ...splitBelow(texts) };
}

/** A first line that is short and no sentence, above lines that are sentences, names what follows even without a usual name. */
function standsOut(line: string, others: readonly DraftText[]): boolean {
  if (displayWidth(line) > 32 || isDate(line) || endsSentence(line)) return false;
  const sentences = others.filter(({ text }) => endsSentence(text)).length;
  return headingLikeness(line) >= 0.35 || (others.length > 0 && sentences >= others.length * 0.6);
}

/** 溪口村村规民约为了…: nothing parts the name from the first words. */
const runOnTitle = /^(?<title>[^，。；：、\s　]{2,20}?(?:村规民约|村民公约|居民公约|乡规民约|公约))(?=为|根据|依据|经|按照|我们)/u;

/** A title that runs on into the preamble with nothing but a blank or a full stop between. */
function gluedTitle(text: DraftText | undefined): { title: string; rest: DraftText } | undefined {
  if (text === undefined) return undefined;
  const gap = /[\s　。]/gu;
  for (let match = gap.exec(text.text); match !== null && match.index <= 45; match = gap.exec(text.text)) {
    const title = text.text.slice(0, match.index);
    if (isTitle(title)) return { title, rest: { ...text, text: text.text.slice(match.index).replace(/^[\s　。]+/u, '') } };
  }
  const run = runOnTitle.exec(text.text)?.groups?.['title'];
  return run !== undefined && isTitle(run) ? { title: run, rest: { ...text, text: text.text.slice(run.length) } } : undefined;
}

function splitBelow(texts: readonly DraftText[]): { subtitle: DraftText[]; preamble: DraftText[] } {
  let end = 0;
  for (let text = texts[end]; text !== undefined && end < 6 && isSubtitle(text.text); text = texts[end]) end += 1;
  return { subtitle: texts.slice(0, end), preamble: texts.slice(end) };
}

/**
 * Cuts the closing off the end of a list of unnumbered texts: from the first that speaks of the whole, or the signing lines.
 * `firstSigned`: where the body that signs may stand at the earliest.
 */
export function cutClosing(texts: readonly DraftText[], firstSigned = 1): { kept: DraftText[]; closing: DraftText[] } {
  let start = texts.length;
  const isPunctuated = texts.filter(({ text }) => sentenceEnd.test(text)).length >= texts.length * 0.5;
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    const text = texts[at];
    if (text === undefined || text.marker !== undefined) break;
    if (isSignature(text.text) || isDate(text.text) || isClosingParagraph(text.text) || isAnnexHeading(text.text) || (isPunctuated && isSignedAndDated(text.text, texts[at + 1]))) start = at;
    else if (texts.length - at > 8) break;
  }
  // What stands below the body that signs and its date is no part of the text above it.
  const signed = texts.findIndex(({ text, marker }, at) => at >= firstSigned && marker === undefined && isSignature(text) && !isDate(text) && isDate(texts[at + 1]?.text ?? ''));
  if (signed >= 0) start = Math.min(start, signed);
  return { kept: texts.slice(0, start), closing: texts.slice(start) };
}

/** A line without a sentence right above the date names who signs, whatever it is called. */
function isSignedAndDated(text: string, below: DraftText | undefined): boolean {
  return below !== undefined && isDate(below.text) && !/[。；！？：]/u.test(text) && displayWidth(text) <= 40;
}

/** Takes the signing lines off the end of a body, but never what is all that a number or heading has. */
export function cutSignatures(texts: readonly DraftText[]): { kept: DraftText[]; signature: DraftText[] } {
  let end = texts.length;
  while (end > 1) {
    const text = texts[end - 1];
    const above = texts[end - 2];
    const isAllItHas = above !== undefined && above.text === '';
    if (text === undefined || text.role !== 'text' || isAllItHas || !isSignature(text.text)) break;
    end -= 1;
  }
  return { kept: texts.slice(0, end), signature: texts.slice(end) };
}

/** What counts the rules (以上十条，望各户遵守。) or announces them (特此公告。) and is none itself, behind the last full stop of a rule. */
const gluedClosings = [
  /(?<=[。！])[\s　]*((?:以上|上述)[一二三四五六七八九十0-9０-９]{1,3}[条條项句点款][^。]{0,60}。?.{0,40})$/u,
  /(?<=。)[\s　]*(特此[^，。；]{1,8}。?)$/u,
];

/** Parts what closes the whole from a last sentence that it was glued to: …施行。某某村民委员会 2020年5月, or one of gluedClosings. */
export function cutSignature(text: string): { kept: string; signature: string } | undefined {
  for (const pattern of gluedClosings) {
    const closing = pattern.exec(text);
    if (closing?.[1] !== undefined) return { kept: text.slice(0, closing.index), signature: closing[1] };
  }
  const stop = text.lastIndexOf('。');
  if (stop < 0 || stop === text.length - 1) return undefined;
  const tail = text.slice(stop + 1).trim();
  return tail !== '' && isSignature(tail) ? { kept: text.slice(0, stop + 1), signature: tail } : undefined;
}

/** The printed texts of a list, for the parts that keep their numbers as text. */
export function printedTexts(texts: readonly DraftText[]): string[] {
  return texts.map(printedText).filter((text) => text !== '');
}
