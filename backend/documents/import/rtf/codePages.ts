/** Windows code pages that RTF names in \ansicpg, as TextDecoder calls them. */
const byNumber = new Map([
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [950, 'big5'],
  [932, 'shift_jis'],
  [949, 'euc-kr'],
  [65001, 'utf-8'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [1253, 'windows-1253'],
]);

/** \fcharset of a font: 134 GB2312, 136 Big5, 128 Shift-JIS, 129 Hangul; the others say nothing that matters here. */
const byCharset = new Map([
  [134, 'gb18030'],
  [136, 'big5'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
]);

const western = 'windows-1252';
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

export function codePageOf(number: number): string {
  return byNumber.get(number) ?? western;
}

export function codePageOfCharset(charset: number): string | undefined {
  return byCharset.get(charset);
}

/**
 * Decodes the bytes of a run. `own` is the code page of its font, `general` that of the file. A font without a code page of its own
 * is Western, but many programs write Chinese in it: high bytes that stand in pairs which the general page knows are that.
 */
export function decodeRun(bytes: Uint8Array, own: string | undefined, general: string): string {
  if (own !== undefined) return decodeIn(own, bytes) ?? decodeIn(general, bytes) ?? decoderFor(western).decode(bytes);
  let text = '';
  for (let from = 0; from < bytes.length; ) {
    const isHigh = (bytes[from] ?? 0) >= 0x80;
    let to = from;
    while (to < bytes.length && (bytes[to] ?? 0) >= 0x80 === isHigh) to += 1;
    const stretch = bytes.subarray(from, to);
    text += isHigh ? decodeHigh(stretch, general) : decoderFor(western).decode(stretch);
    from = to;
  }
  return text;
}

/** “公约” in a Western font: quotation marks are single bytes, and few characters of a code page begin or end with those. */
function decodeHigh(bytes: Uint8Array, general: string): string {
  const from = isQuotation(bytes[0]) ? 1 : 0;
  const to = bytes.length - (isQuotation(bytes.at(-1)) ? 1 : 0);
  for (const [start, end] of [[from, to], [from, bytes.length], [0, to], [0, bytes.length]] satisfies [number, number][]) {
    const inner = (end - start) % 2 === 0 ? decodeIn(general, bytes.subarray(start, end)) : undefined;
    if (inner !== undefined) return `${decoderFor(western).decode(bytes.subarray(0, start))}${inner}${decoderFor(western).decode(bytes.subarray(end))}`;
  }
  return decoderFor(western).decode(bytes);
}

function isQuotation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x91 && byte <= 0x97;
}

function decodeIn(name: string, bytes: Uint8Array): string | undefined {
  try {
    return decoderFor(name).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function decoderFor(name: string): InstanceType<typeof TextDecoder> {
  const known = decoders.get(name);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(name, { fatal: name !== western });
  decoders.set(name, decoder);
  return decoder;
}
