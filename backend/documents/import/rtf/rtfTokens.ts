export type RtfToken =
  | { type: 'open' }
  | { type: 'close' }
  | { type: 'word'; word: string; value: number | undefined }
  | { type: 'byte'; value: number }
  | { type: 'text'; from: number; to: number };

const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Splits RTF (Rich Text Format 1.9.1) into tokens. `text` is a stretch of bytes; a symbol such as \~ is a word of one sign; \bin is skipped. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void, void> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === openBrace || byte === closeBrace) {
      at += 1;
      yield byte === openBrace ? { type: 'open' } : { type: 'close' };
    } else if (byte === 0x0d || byte === 0x0a || byte === 0) at += 1;
    else if (byte !== backslash) {
      const from = at;
      while (at < bytes.length && !isSpecial(bytes[at] ?? 0)) at += 1;
      yield { type: 'text', from, to: at };
    } else {
      at += 1;
      const next = bytes[at] ?? 0;
      if (next === 0x27) {
        const value = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0x30, bytes[at + 2] ?? 0x30), 16);
        at += 3;
        if (!Number.isNaN(value)) yield { type: 'byte', value };
      } else if (isLetter(next)) {
        const from = at;
        while (isLetter(bytes[at] ?? 0) && at - from < 32) at += 1;
        const word = String.fromCharCode(...bytes.subarray(from, at));
        const numberFrom = at;
        if (bytes[at] === 0x2d) at += 1;
        while (isDigit(bytes[at] ?? 0) && at - numberFrom < 11) at += 1;
        const digits = String.fromCharCode(...bytes.subarray(numberFrom, at));
        if (digits === '-') at = numberFrom;
        const value = digits === '' || digits === '-' ? undefined : Number(digits);
        if (bytes[at] === 0x20) at += 1;
        if (word === 'bin') at += Math.max(0, value ?? 0);
        else yield { type: 'word', word, value };
      } else {
        at += 1;
        yield { type: 'word', word: String.fromCharCode(next), value: undefined };
      }
    }
  }
}

function isSpecial(byte: number): boolean {
  return byte === backslash || byte === openBrace || byte === closeBrace || byte === 0x0d || byte === 0x0a || byte === 0;
}
