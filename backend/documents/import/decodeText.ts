import { DomainError } from '#core/errors.ts';

export type DecodedText = { text: string; encoding: string; alternatives: string[] };

/** Characters that hardly any Chinese text of a few lines does without. */
const frequent = /[的一不人村民会和要有为在是员应得第条、，。]/gu;
/** Control characters other than white space. */
const control = /[^\P{Cc}\s\u0085]/u;

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return control.test(text) ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Share of the Han text that is made of very frequent characters; 1 for a text without Han characters. */
function plausibility(text: string): number {
  const sample = text.slice(0, 20_000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han === 0 ? 1 : (sample.match(frequent)?.length ?? 0) / han;
}

/**
 * Decodes text whose encoding nobody states: byte order marks first, then UTF-8, UTF-16 without a mark (it has zero bytes),
 * GB18030 and Big5, each strictly. `alternatives`: encodings that fit as well and give plausible Chinese.
 * Throws FILE_ENCODING_UNKNOWN when none fits.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (mark !== undefined) {
    const text = tryDecode(bytes, mark);
    if (text === undefined) throw new DomainError('FILE_ENCODING_UNKNOWN');
    return { text, encoding: mark, alternatives: [] };
  }
  const hasZero = bytes.subarray(0, 65_536).includes(0);
  const encodings = hasZero ? ['utf-16le', 'utf-16be'] : ['utf-8', 'gb18030', 'big5'];
  const fitting = encodings.flatMap((encoding) => {
    const text = tryDecode(bytes, encoding);
    return text === undefined ? [] : [{ text, encoding, plausibility: plausibility(text) }];
  });
  const [best] = fitting.filter(({ plausibility }) => plausibility >= 0.03).sort((a, b) => rank(b) - rank(a));
  const only = best ?? (fitting[0]?.encoding === 'utf-8' ? fitting[0] : undefined);
  if (only === undefined) throw new DomainError('FILE_ENCODING_UNKNOWN');
  const alternatives = fitting.filter((other) => other !== only && other.plausibility >= 0.08 && other.text !== only.text && !isAscii(bytes));
  return { text: only.text, encoding: only.encoding, alternatives: alternatives.map(({ encoding }) => encoding) };
}

/** UTF-8 is hardly ever matched by chance; among the others the more plausible text wins. */
function rank(candidate: { encoding: string; plausibility: number }): number {
  return candidate.encoding === 'utf-8' ? 2 : candidate.encoding === 'gb18030' ? candidate.plausibility * 1.5 : candidate.plausibility;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}
