const blockTags = /<\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|header|footer|blockquote|dd|dt|title|center|hr)\b[^<>]{0,2000}>/giu;
const namedEntities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '“', rdquo: '”', mdash: '—', hellip: '…', middot: '·', emsp: '　', ensp: ' ' };

/** The visible text of a page: blocks become lines, cells are parted by tabs. */
export function htmlText(html: string): string {
  return withoutElements(html)
    .replace(/[\r\n]+/gu, ' ')
    .replace(/<\/t[dh]\b[^<>]{0,2000}>/giu, '\t')
    .replace(blockTags, '\n')
    .replace(/<[!/?a-z][^<>]{0,4000}>/giu, '')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/giu, (whole, name: string) => entity(name) ?? whole)
    .replace(/[ \t]+\n/gu, '\n');
}

function withoutElements(html: string): string {
  const lower = html.toLowerCase();
  const opening = /<(script|style|head|noscript)(?=[\s>])/gu;
  let kept = '';
  let at = 0;
  for (let match = opening.exec(lower); match !== null; match = opening.exec(lower)) {
    kept += html.slice(at, match.index);
    const end = lower.indexOf(`</${match[1]}`, match.index);
    if (end < 0) return kept;
    const close = lower.indexOf('>', end);
    at = close < 0 ? html.length : close + 1;
    opening.lastIndex = at;
  }
  return kept + html.slice(at);
}

function entity(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (!lower.startsWith('#')) return namedEntities[lower];
  const code = lower.startsWith('#x') ? Number.parseInt(lower.slice(2), 16) : Number(lower.slice(1));
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}
