import { HtmlLines, type HtmlLine } from '#backend/documents/import/html/HtmlLines.ts';
import { parseHtml, type HtmlElement } from '#backend/documents/import/html/parseHtml.ts';
import type { ImportNote } from '#backend/documents/import/importNote.ts';

/**
 * The text that a page or a clipboard shows: blocks are lines, cells are parted by tabs, items and Word's automatic numbers stand
 * as printed. Scripts, styles, hidden elements and what leads elsewhere (menus, lists of links) are left out; the last with a note.
 */
export function htmlText(html: string): { text: string; notes: ImportNote[] } {
  const root = parseHtml(clipboardFragment(html));
  const shown = read(root, false);
  // A page that hides everything until its script has run still has its words.
  const { lines, pictures } = shown.lines.some(({ text }) => text.trim() !== '') ? shown : read(root, true);
  const { kept, left } = withoutMenus(lines);
  const notes: ImportNote[] = [];
  if (left.length > 0) {
    const words = left.map(({ text }) => text.trim().replace(/\s+/gu, ' ')).join('；');
    notes.push({ code: 'webResidue', text: `网页上的导航和链接没有放进正文：${words.length > 200 ? `${words.slice(0, 200)}……` : words}。` });
  }
  if (pictures > 0) notes.push({ code: 'pictures', text: `有 ${pictures} 张图片没有导入。` });
  return { text: kept.map(({ text }) => text).join('\n'), notes };
}

function read(root: HtmlElement, showsHidden: boolean): HtmlLines {
  const lines = new HtmlLines(showsHidden);
  lines.read(root);
  return lines;
}

/** Windows marks in the clipboard which part of a page was copied. */
function clipboardFragment(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return start >= 0 && end > start ? html.slice(start, end) : html;
}

/** A row of short links, or three and more lines that are nothing but a link, unless most of the text is made of links. */
function withoutMenus(lines: readonly HtmlLine[]): { kept: HtmlLine[]; left: HtmlLine[] } {
  const length = (some: readonly HtmlLine[]) => some.reduce((sum, { text }) => sum + text.trim().length, 0);
  const isLink = ({ text, linked, links }: HtmlLine) => links > 0 && linked >= text.replace(/[\s|｜·>»\-—/●]/gu, '').length * 0.8;
  const left = new Set<HtmlLine>();
  let run: HtmlLine[] = [];
  const endRun = () => {
    if (run.reduce((sum, { links }) => sum + links, 0) >= 3) for (const line of run) left.add(line);
    run = [];
  };
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    if (isLink(line)) run.push(line);
    else endRun();
  }
  endRun();
  if (length([...left]) > length(lines) * 0.5) return { kept: [...lines], left: [] };
  return { kept: lines.filter((line) => !left.has(line)), left: [...left] };
}
