import { textEncodings, type ImportFacts, type TextEncoding } from '#contract/imports.ts';
import { DomainError } from '#core/errors.ts';

export type DecodedText = {
  text: string;
  encoding: TextEncoding;
  /** every encoding that gives Chinese, the chosen one among them; empty where there is only one */
  candidates: ImportFacts['encodings'];
  /** bytes that are no characters in the chosen encoding */
  unreadable: number;
};

type Reading = { encoding: TextEncoding; text: string; plausibility: number };

/** Characters that hardly any Chinese text of a few lines does without, in both scripts. */
const frequent = /[的一不人村民会會和要有为為在是员員应應得第条條、，。]/gu;
/** Control characters other than white space. */
const control = /[^\P{Cc}\s\u0085]/u;
/** Characters that are no part of Chinese text, as a wrong encoding turns them up. */
const strange = /[^\p{Script=Han}\p{ASCII}\u00b7\u2000-\u22ff\u2460-\u25ff\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef\s]/gu;
const sampleLength = 40;

function decode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return withoutEndMark(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** DOS ended a text with Ctrl-Z. */
function withoutEndMark(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\u001a' || text[end - 1] === '\0') end -= 1;
  return text.slice(0, end);
}

/** Share of the Han text that is made of very frequent characters; 1 for a text without Han characters. */
function plausibilityOf(text: string): number {
  const sample = text.slice(0, 20_000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han === 0 ? 1 : (sample.match(frequent)?.length ?? 0) / han;
}

function isOrdinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  return (sample.match(strange)?.length ?? 0) <= sample.length * 0.02;
}

/**
 * Decodes text whose encoding nobody states: byte order marks first, then UTF-8, GB18030, Big5 and UTF-16 without a mark, each
 * strictly; where none fits strictly, one that fits but for a few bytes. With `wanted` it is read that way or not at all;
 * `declared` is what the file says about itself and is believed when its bytes bear it out.
 * Throws FILE_ENCODING_UNKNOWN when none fits.
 */
export function decodeText(bytes: Uint8Array, wanted?: TextEncoding, declared?: TextEncoding): DecodedText {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (mark !== undefined && (wanted === undefined || wanted === mark)) {
    const text = decode(bytes, mark);
    if (text === undefined || control.test(text)) throw new DomainError('FILE_ENCODING_UNKNOWN');
    return { text, encoding: mark, candidates: [], unreadable: 0 };
  }
  const own = wanted === undefined && declared !== undefined ? readingIn(bytes, declared) : undefined;
  if (own !== undefined) return { text: own.text, encoding: own.encoding, candidates: [], unreadable: 0 };
  const fitting = plausible(readings(bytes));
  const chosen = wanted === undefined ? fitting[0] : (fitting.find(({ encoding }) => encoding === wanted) ?? readingIn(bytes, wanted));
  if (chosen === undefined) return decodeDamaged(bytes, wanted);
  const shown = fitting.some(({ encoding }) => encoding === chosen.encoding) ? fitting : [chosen, ...fitting];
  return { text: chosen.text, encoding: chosen.encoding, candidates: candidatesOf(shown, chosen, bytes), unreadable: 0 };
}

function readingIn(bytes: Uint8Array, encoding: TextEncoding): Reading | undefined {
  const text = decode(bytes, encoding);
  return text === undefined || control.test(text) ? undefined : { encoding, text, plausibility: plausibilityOf(text) };
}

/** The strict readings. Text of one byte a character looks like anything in UTF-16, so it needs zero bytes or much plausibility there. */
function readings(bytes: Uint8Array): Reading[] {
  const hasZero = bytes.subarray(0, 65_536).includes(0);
  return textEncodings.flatMap((encoding) => {
    const isWide = encoding.startsWith('utf-16');
    if (isWide ? bytes.length % 2 !== 0 : hasZero) return [];
    const reading = readingIn(bytes, encoding);
    if (reading === undefined) return [];
    return isWide && !hasZero && (reading.plausibility < 0.08 || reading.plausibility === 1) ? [] : [reading];
  });
}

/** The readings that make sense, best first. Where none has frequent characters, those of ordinary ones stand, since a short text may do without. */
function plausible(all: readonly Reading[]): Reading[] {
  const likely = all.filter(({ plausibility }) => plausibility >= 0.03);
  const kept = likely.length > 0 ? likely : all.filter(({ text }) => isOrdinary(text));
  const best = Math.max(0, ...kept.map(({ plausibility }) => plausibility));
  return kept.filter(({ plausibility, encoding }) => encoding === 'utf-8' || plausibility >= Math.min(0.08, best)).sort((a, b) => rank(b) - rank(a));
}

/** UTF-8 is hardly ever matched by chance; among the others the more plausible text wins, and simplified Chinese is the more frequent. */
function rank({ encoding, plausibility }: Reading): number {
  return encoding === 'utf-8' ? 2 : encoding === 'gb18030' ? 0.001 + plausibility * 1.5 : plausibility;
}

function candidatesOf(fitting: readonly Reading[], chosen: Reading, bytes: Uint8Array): ImportFacts['encodings'] {
  if (bytes.every((byte) => byte < 0x80 && byte !== 0)) return [];
  const different = fitting.filter(({ text, encoding }) => encoding === chosen.encoding || text !== chosen.text);
  if (different.length < 2) return [];
  return different.map(({ encoding, text }) => ({ name: encoding, sample: sampleOf(text), chosen: encoding === chosen.encoding }));
}

/** The first words in which the encodings differ: those from the first line that is not plain ASCII. */
function sampleOf(text: string): string {
  const from = text.search(/[^\p{ASCII}]/u);
  const line = Math.max(0, text.lastIndexOf('\n', from) + 1);
  return [...text.slice(line, line + sampleLength * 4).replace(/\s+/gu, ' ').trim()].slice(0, sampleLength).join('');
}

/** A text with a few spoilt bytes, as copying and cutting leave them. */
function decodeDamaged(bytes: Uint8Array, wanted: TextEncoding | undefined): DecodedText {
  const encodings = (wanted === undefined ? textEncodings : [wanted]).filter((encoding) => !encoding.startsWith('utf-16'));
  const [best] = encodings
    .map((encoding) => {
      const text = withoutEndMark(new TextDecoder(encoding).decode(bytes));
      return { text, encoding, unreadable: text.match(/\ufffd/gu)?.length ?? 0, plausibility: plausibilityOf(text) };
    })
    .filter(({ text, unreadable, plausibility }) => unreadable <= 2 + text.length * 0.005 && text.length > 20 && plausibility >= 0.08 && plausibility < 1 && !control.test(text))
    .sort((a, b) => a.unreadable - b.unreadable);
  if (best === undefined) throw new DomainError('FILE_ENCODING_UNKNOWN');
  return { text: best.text, encoding: best.encoding, candidates: [], unreadable: best.unreadable };
}
