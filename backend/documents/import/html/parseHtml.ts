import { characterReferences } from '#backend/documents/import/html/characterReferences.ts';

export type HtmlElement = { name: string; attributes: ReadonlyMap<string, string>; children: HtmlNode[] };
export type HtmlNode = HtmlElement | string;

/** Deeper elements become siblings; the readers walk the tree by recursion. */
const deepest = 300;

const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** Their contents are no HTML. */
const raw = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'iframe', 'xmp']);
/** An element of the first kind ends those of the second kind that are open below the nearest of the third. */
const impliedEnds = new Map<string, { ends: readonly string[]; within: readonly string[] }>([
  ['li', { ends: ['li'], within: ['ul', 'ol', 'menu'] }],
  ['dt', { ends: ['dt', 'dd'], within: ['dl'] }],
  ['dd', { ends: ['dt', 'dd'], within: ['dl'] }],
  ['tr', { ends: ['tr', 'td', 'th'], within: ['table'] }],
  ['td', { ends: ['td', 'th'], within: ['tr', 'table'] }],
  ['th', { ends: ['td', 'th'], within: ['tr', 'table'] }],
  ['tbody', { ends: ['thead', 'tbody', 'tr', 'td', 'th'], within: ['table'] }],
]);
const endsParagraph = new Set('address article aside blockquote center div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(' '));

/**
 * Reads HTML, however untidy, into a tree, in time that grows with its length alone. Nothing is executed and nothing is fetched.
 * Comments and declarations, Word's conditional ones included, are left out, while what Word wraps in them stays.
 */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { name: '#root', attributes: new Map(), children: [] };
  const open: HtmlElement[] = [root];
  const current = () => open.at(-1) ?? root;
  const counts = new Map<string, number>();
  const isOpen = (name: string) => (counts.get(name) ?? 0) > 0;
  const closeFrom = (index: number) => {
    for (const { name } of open.splice(index)) counts.set(name, (counts.get(name) ?? 1) - 1);
  };
  const closeAll = (names: readonly string[], within: readonly string[]) => {
    if (!names.some(isOpen)) return;
    for (let index = open.length - 1; index > 0; index -= 1) {
      const name = open[index]?.name ?? '';
      if (within.includes(name)) return;
      if (names.includes(name)) closeFrom(index);
    }
  };
  const closeNearest = (name: string) => {
    if (!isOpen(name)) return;
    const walls = wallsOf(name);
    for (let index = open.length - 1; index > 0; index -= 1) {
      const candidate = open[index]?.name ?? '';
      if (candidate === name) closeFrom(index);
      if (candidate === name || walls.includes(candidate)) return;
    }
  };
  const addText = (text: string) => {
    if (text !== '') current().children.push(characterReferences(text));
  };
  let lower: string | undefined;
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next < 0) break;
    const following = html[next + 1] ?? '';
    if (!/[a-z/!?]/iu.test(following)) {
      addText(html.slice(at, next + 1));
      at = next + 1;
      continue;
    }
    addText(html.slice(at, next));
    if (following === '!' || following === '?') {
      const isComment = html.startsWith('<!--', next);
      const end = html.indexOf(isComment ? '-->' : '>', next + 2);
      at = end < 0 ? html.length : end + (isComment ? 3 : 1);
      continue;
    }
    const tag = readTag(html, next);
    // A tag that the file's end cuts off is no text either.
    if (tag === undefined) return root;
    at = tag.end;
    const { name, attributes } = tag;
    if (tag.isEnd) {
      if (name === 'br') current().children.push({ name, attributes, children: [] });
      else closeNearest(name);
      continue;
    }
    const implied = impliedEnds.get(name);
    if (implied !== undefined) closeAll(implied.ends, implied.within);
    if (endsParagraph.has(name)) closeAll(['p'], ['table', 'td', 'th', 'li', 'div', 'section', 'button']);
    const element: HtmlElement = { name, attributes, children: [] };
    current().children.push(element);
    if (raw.has(name)) {
      lower ??= html.toLowerCase();
      const end = lower.indexOf(`</${name}`, at);
      at = end < 0 ? html.length : end;
      continue;
    }
    if (!empty.has(name) && !tag.isSelfClosing && open.length < deepest) {
      open.push(element);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  addText(html.slice(at));
  return root;
}

/** The end of an element closes nothing outside the cell it stands in. */
function wallsOf(name: string): readonly string[] {
  if (['table', 'body', 'html'].includes(name)) return [];
  return ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot'].includes(name) ? ['table'] : ['td', 'th', 'table'];
}

type Tag = { name: string; isEnd: boolean; isSelfClosing: boolean; attributes: Map<string, string>; end: number };

const space = /\s/u;

/** Reads the tag that begins at `start`; undefined when it never ends. */
function readTag(html: string, start: number): Tag | undefined {
  const isEnd = html[start + 1] === '/';
  let at = start + (isEnd ? 2 : 1);
  const nameStart = at;
  while (at < html.length && !/[\s/>]/u.test(html[at] ?? '')) at += 1;
  const name = html.slice(nameStart, at).toLowerCase();
  const attributes = new Map<string, string>();
  let isSelfClosing = false;
  while (at < html.length) {
    const character = html[at] ?? '';
    if (character === '>') return { name, isEnd, isSelfClosing: isSelfClosing && name.includes(':'), attributes, end: at + 1 };
    if (character === '/' || space.test(character)) {
      isSelfClosing = character === '/';
      at += 1;
      continue;
    }
    isSelfClosing = false;
    const keyStart = at;
    at += 1;
    while (at < html.length && !/[\s/>=]/u.test(html[at] ?? '')) at += 1;
    const key = html.slice(keyStart, at).toLowerCase();
    while (space.test(html[at] ?? '')) at += 1;
    let value = '';
    if (html[at] === '=') {
      at += 1;
      while (space.test(html[at] ?? '')) at += 1;
      const quote = html[at];
      if (quote === '"' || quote === "'") {
        const close = html.indexOf(quote, at + 1);
        if (close < 0) return undefined;
        value = html.slice(at + 1, close);
        at = close + 1;
      } else {
        const valueStart = at;
        while (at < html.length && !/[\s>]/u.test(html[at] ?? '')) at += 1;
        value = html.slice(valueStart, at);
      }
    }
    if (!attributes.has(key) && value.length < 10_000) attributes.set(key, value.includes('&') ? characterReferences(value) : value);
  }
  return undefined;
}
