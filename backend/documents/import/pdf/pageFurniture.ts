import type { PdfLine } from '#backend/documents/import/pdf/pageLines.ts';

/** — 1 —, 第 1 页 共 3 页, 1/3, - Ⅱ - on a line of its own. */
const pageNumber = /^[\s—–\-－~·.|]*(?:第?\s*[\d０-９一二三四五六七八九十]{1,4}\s*页?(?:\s*[，,/／共]?\s*共?\s*[\d０-９一二三四五六七八九十]{1,4}\s*页)?|\d{1,3}\s*[/／]\s*\d{1,3}|[ivxIVX]{1,5}|Page\s*\d+(?:\s*of\s*\d+)?)[\s—–\-－~·.|]*$/u;
/** Lines at each edge of a page that may repeat on others, and how much of its height the edges are. */
const edgeLines = 3;
const edge = 0.12;

/**
 * Finds the headers, footers and page numbers: what stands in the same place at the edge of several pages, numbers apart, and lone
 * page numbers at the edge. `pages`: the lines of each page.
 */
export function pageFurniture(pages: readonly (readonly PdfLine[])[], height: number): Set<PdfLine> {
  const furniture = new Set<PdfLine>();
  const seen = new Map<string, PdfLine[]>();
  for (const lines of pages) {
    const byHeight = [...lines].sort((a, b) => a.y - b.y);
    const edges = new Set([...byHeight.slice(0, edgeLines), ...byHeight.slice(-edgeLines)]);
    for (const line of edges) {
      if (line.y > height * edge && line.y < height * (1 - edge)) continue;
      if (pageNumber.test(line.text)) furniture.add(line);
      const key = line.text.replace(/[\d０-９]+/gu, '#').replace(/\s+/gu, '');
      seen.set(key, [...(seen.get(key) ?? []), line]);
    }
  }
  const needed = Math.max(2, pages.filter((lines) => lines.length > 0).length * 0.5);
  for (const lines of seen.values()) {
    const onPages = new Set(lines.map(({ page }) => page)).size;
    const [first] = lines;
    if (first === undefined || onPages < needed) continue;
    const samePlace = lines.filter(({ y }) => Math.abs(y - first.y) < 6);
    if (samePlace.length < needed || !isOutside(first, pages[first.page - 1] ?? [])) continue;
    for (const line of samePlace) furniture.add(line);
  }
  return furniture;
}

/** A repeated line of the text itself stands among the others at their distance; furniture stands apart. */
function isOutside(line: PdfLine, lines: readonly PdfLine[]): boolean {
  const distances = lines.filter((other) => other !== line).map(({ y }) => Math.abs(y - line.y));
  return distances.every((distance) => distance > line.size * 1.2);
}
