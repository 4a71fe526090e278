/** The names that Chinese pages and Word use; others stay as they are written. */
const named = new Map(
  Object.entries({
    nbsp: '\u00a0', ensp: '\u2002', emsp: '\u3000', thinsp: '\u2009', zwnj: '', zwj: '', shy: '', lrm: '', rlm: '',
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»',
    mdash: '—', ndash: '–', hellip: '…', middot: '·', bull: '•', times: '×', divide: '÷', deg: '°', permil: '‰', yen: '¥',
    plusmn: '±', le: '≤', ge: '≥', ne: '≠', sect: '§', para: '¶', copy: '©', reg: '®', trade: '™', larr: '←', rarr: '→',
    uarr: '↑', darr: '↓', loz: '◊', frac12: '½', frac14: '¼', sup2: '²', sup3: '³', lsaquo: '‹', rsaquo: '›', prime: '′',
  }),
);

/** Replaces &amp;nbsp; &amp;#12290; &amp;#x3002; by what they stand for. */
export function characterReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d{0,2});?/giu, (whole, name: string) => resolve(name) ?? whole);
}

function resolve(name: string): string | undefined {
  if (!name.startsWith('#')) return named.get(name) ?? named.get(name.toLowerCase());
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  // HTML 13.2.5.80: numbers of the C1 controls mean the characters of windows-1252.
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const isText = (code >= 0x20 || code === 9 || code === 10 || code === 13) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : '';
}
