import { ListCounter } from '#backend/documents/import/html/listLabel.ts';
import type { HtmlElement, HtmlNode } from '#backend/documents/import/html/parseHtml.ts';
import { styleValue } from '#backend/documents/import/html/styleValue.ts';

/** `linked`: characters that lead elsewhere; `links`: how many links there are. */
export type HtmlLine = { text: string; linked: number; links: number };

const skipped = new Set('head script style title textarea noscript iframe xmp template svg math object canvas audio video select datalist button nav aside rt rp del'.split(' '));
const blocks = new Set(
  'address article blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(' '),
);

/** A label that an item's own words begin with; the list's would stand before it a second time. */
const ownLabel = /^\s*(?:第[^\s，。]{1,6}[章节条條]|[（(]?[一二三四五六七八九十0-9０-９]{1,3}[、.．）)]|[①-⑳●◆■•·])/u;
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026]/u;

/**
 * Collects the lines that a page shows: blocks become lines, cells are parted by tabs, items bear their printed numbers.
 * `showsHidden` reads what the page hides too.
 */
export class HtmlLines {
  readonly lines: HtmlLine[] = [];
  pictures = 0;
  readonly #showsHidden: boolean;
  #line: HtmlLine = { text: '', linked: 0, links: 0 };
  #label = '';
  #isPre = false;
  #isLinked = false;

  constructor(showsHidden: boolean) {
    this.#showsHidden = showsHidden;
  }

  /** Adds what an element shows. */
  read(element: HtmlElement) {
    this.#children(element);
    this.#endLine();
  }

  #children(element: HtmlElement) {
    for (const child of element.children) this.#node(child, element);
  }

  #node(node: HtmlNode, parent: HtmlElement) {
    if (typeof node === 'string') this.#text(node);
    else if (!this.#isSkipped(node, parent)) this.#element(node);
  }

  #isSkipped(element: HtmlElement, parent: HtmlElement): boolean {
    const { name, attributes } = element;
    if (skipped.has(name) || /^(?:navigation|banner|search)$/u.test(attributes.get('role') ?? '')) return true;
    if (name === 'footer' && parent.name !== 'article' && parent.name !== 'main') return true;
    // What Word adds for its comments, and where it keeps its headers.
    if (/^(?:comment-list|header|footer)$/u.test(styleValue(element, 'mso-element') ?? '') || /msocomanchor|msocomtxt/iu.test(attributes.get('class') ?? '')) return true;
    if (this.#showsHidden) return false;
    return attributes.has('hidden') || styleValue(element, 'display') === 'none' || styleValue(element, 'mso-hide') === 'all';
  }

  #element(element: HtmlElement) {
    const { name } = element;
    if (name === 'br') {
      this.#endLine(true);
      return;
    }
    if (name === 'img') {
      this.pictures += 1;
      return;
    }
    if (name === 'table') {
      this.#endLine();
      this.#table(element);
      return;
    }
    if (name === 'ol' || name === 'ul' || name === 'menu') {
      this.#endLine();
      this.#list(element);
      return;
    }
    if (styleValue(element, 'mso-list') === 'ignore') {
      this.#text(`${this.#plain(element).replace(/[\s\u00a0]+$/u, '')} `);
      return;
    }
    const isBlock = blocks.has(name) || /^(?:block|flex|grid|list-item)$/u.test(styleValue(element, 'display') ?? '');
    if (isBlock) this.#endLine();
    const outer = { isPre: this.#isPre, isLinked: this.#isLinked };
    if (name === 'pre' || /^pre(?:-wrap|-line)?$/u.test(styleValue(element, 'white-space') ?? '')) this.#isPre = true;
    if (name === 'a' && element.attributes.has('href') && !this.#isLinked) {
      this.#isLinked = true;
      this.#line.links += 1;
    }
    this.#children(element);
    this.#isPre = outer.isPre;
    this.#isLinked = outer.isLinked;
    if (isBlock) this.#endLine();
  }

  #plain(element: HtmlElement): string {
    return element.children.map((child) => (typeof child === 'string' ? child : this.#plain(child))).join('').replace(/[\t\n\r\f]+/gu, ' ');
  }

  #text(text: string) {
    if (this.#isPre) {
      const [first = '', ...rest] = text.split(/\r\n?|\n/u);
      this.#append(first);
      for (const line of rest) {
        this.#endLine(true);
        this.#append(line);
      }
      return;
    }
    // Word breaks its source after any character, and no space is meant between two Chinese ones.
    const folded = text.replace(/(.?)[\t\n\r\f ]+(?=(.?))/gsu, (whole, before: string, after: string) => {
      const isWideBefore = wide.test(before === '' ? (this.#line.text.at(-1) ?? '') : before);
      return /[\n\r]/u.test(whole) && isWideBefore && (after === '' || wide.test(after)) ? before : `${before} `;
    });
    this.#append(this.#line.text === '' || this.#line.text.endsWith(' ') ? folded.replace(/^ /u, '') : folded);
  }

  #append(text: string) {
    this.#line.text += text;
    if (this.#isLinked) this.#line.linked += text.trim().length;
  }

  /** Ends the line; an empty one stays only where somebody broke it by hand. */
  #endLine(byHand = false) {
    const text = this.#line.text.replace(/\u00a0/gu, ' ').trimEnd();
    if (text.trim() !== '') {
      this.lines.push({ ...this.#line, text: ownLabel.test(text) ? text : `${this.#label}${text}` });
      this.#label = '';
    } else if (byHand) this.lines.push({ text: '', linked: 0, links: 0 });
    this.#line = { text: '', linked: 0, links: 0 };
  }

  #list(list: HtmlElement) {
    const counter = new ListCounter(list);
    for (const child of list.children) {
      if (typeof child !== 'string' && child.name === 'li') {
        const label = counter.label(child);
        if (this.#isSkipped(child, list)) continue;
        this.#label = label;
        this.#children(child);
        this.#endLine();
        this.#label = '';
      } else {
        this.#node(child, list);
        this.#endLine();
      }
    }
  }

  /** As in a Word file, a table of one column or of whole passages is layout, and so is one around another. */
  #table(table: HtmlElement) {
    const rows = tableRows(table).map((row) =>
      row.children.flatMap((cell) => {
        if (typeof cell === 'string' || (cell.name !== 'td' && cell.name !== 'th') || this.#isSkipped(cell, row)) return [];
        const inner = new HtmlLines(this.#showsHidden);
        inner.read(cell);
        this.pictures += inner.pictures;
        return [{ lines: inner.lines.filter(({ text }) => text.trim() !== ''), holdsTable: holds(cell, 'table') }];
      }),
    );
    for (const child of table.children) if (typeof child !== 'string' && child.name === 'caption') this.#element(child);
    const cells = rows.flat();
    const isLayout = rows.every((row) => row.length <= 1) || cells.some(({ lines, holdsTable }) => lines.length > 3 || holdsTable);
    if (isLayout) {
      for (const { lines } of cells) for (const line of lines) this.lines.push(line);
      return;
    }
    for (const row of rows) {
      if (row.every(({ lines }) => lines.length === 0)) continue;
      const all = row.flatMap(({ lines }) => lines);
      this.lines.push({
        text: row.map(({ lines }) => lines.map(({ text }) => text.trim().replaceAll('\t', ' ')).join(' ')).join('\t'),
        linked: all.reduce((sum, { linked }) => sum + linked, 0),
        links: all.reduce((sum, { links }) => sum + links, 0),
      });
    }
  }
}

function tableRows(table: HtmlElement): HtmlElement[] {
  return table.children.flatMap((child): HtmlElement[] => {
    if (typeof child === 'string') return [];
    if (child.name === 'tr') return [child];
    return ['tbody', 'thead', 'tfoot'].includes(child.name) ? tableRows(child) : [];
  });
}

function holds(element: HtmlElement, name: string): boolean {
  return element.children.some((child) => typeof child !== 'string' && (child.name === name || holds(child, name)));
}
