import { DomainError } from '#core/errors.ts';

/** An element without its prefix; `text` is what stands directly in it. */
export type XmlElement = {
  readonly localName: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly text: string;
};
type XmlAttribute = { readonly localName: string; readonly value: string };
type OpenElement = { name: string; localName: string; attributes: readonly XmlAttribute[]; children: XmlElement[]; text: string };

/** Deeper nesting comes from no word processor; the readers walk the tree by recursion. */
const deepest = 400;

const namePattern = /[^\s/>=<"'&!?]+/uy;
const attributePattern = /\s+([^\s/>=<"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const tagEnd = /\s*(\/?)>/uy;
const noAttributes: readonly XmlAttribute[] = [];
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads an XML part. A reader of its own, because a whole object model takes as long as all the rest of an import.
 * Document types are refused: no office program writes them, and entities can swell without end.
 * Throws FILE_UNSAFE for them and for absurd nesting, FILE_DAMAGED with `title` (the part's name in Chinese) for what is not well formed.
 */
export function parseXml(bytes: Uint8Array, title: string): XmlElement {
  const xml = decode(bytes, title);
  const damaged = (detail = `${title}读不懂`) => new DomainError('FILE_DAMAGED', detail);
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    if (next !== at) {
      const text = xml.slice(at, next < 0 ? xml.length : next);
      const parent = open.at(-1);
      if (parent !== undefined) parent.text += characters(text) ?? fail(damaged());
      else if (text.trim() !== '') throw damaged();
    }
    if (next < 0) break;
    const following = xml.charCodeAt(next + 1);
    if (following === 0x2f) {
      const end = xml.indexOf('>', next);
      const closed = open.pop();
      if (end < 0 || closed === undefined || xml.slice(next + 2, end).trimEnd() !== closed.name) throw damaged();
      if (open.length === 0) root = closed;
      at = end + 1;
    } else if (following === 0x21 || following === 0x3f) at = skipMarkup(xml, next, open.at(-1), title) ?? fail(damaged());
    else {
      if (root !== undefined) throw damaged();
      const tag = readTag(xml, next) ?? fail(damaged());
      const { element, isEmpty } = tag;
      const parent = open.at(-1);
      parent?.children.push(element);
      if (!isEmpty) {
        open.push(element);
        if (open.length > deepest) throw new DomainError('FILE_UNSAFE', `${title}的层次太深`);
      } else if (parent === undefined) root = element;
      at = tag.end;
    }
  }
  if (open.length > 0) throw damaged();
  if (root === undefined) throw damaged(`${title}是空的`);
  return root;
}

function fail(error: DomainError): never {
  throw error;
}

function decode(bytes: Uint8Array, title: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new DomainError('FILE_DAMAGED', `${title}读不懂`, { cause: error });
  }
}

/** Where a comment, a declaration or a CDATA section ends; undefined when it does not. */
function skipMarkup(xml: string, at: number, parent: OpenElement | undefined, title: string): number | undefined {
  const [opening, closing] = xml.startsWith('<!--', at) ? ['<!--', '-->'] : xml.startsWith('<![CDATA[', at) ? ['<![CDATA[', ']]>'] : ['<?', '?>'];
  if (!xml.startsWith(opening, at)) {
    if (/^<!(?:DOCTYPE|ENTITY)/iu.test(xml.slice(at, at + 10))) throw new DomainError('FILE_UNSAFE', `${title}里有不该有的声明`);
    return undefined;
  }
  const end = xml.indexOf(closing, at + opening.length);
  if (end < 0) return undefined;
  if (opening === '<![CDATA[') {
    if (parent === undefined) return undefined;
    parent.text += xml.slice(at + opening.length, end);
  }
  return end + closing.length;
}

function readTag(xml: string, start: number): { element: OpenElement; isEmpty: boolean; end: number } | undefined {
  namePattern.lastIndex = start + 1;
  const name = namePattern.exec(xml)?.[0];
  if (name === undefined) return undefined;
  let at = start + 1 + name.length;
  let attributes = noAttributes;
  if (xml.charCodeAt(at) !== 0x3e) {
    const found: XmlAttribute[] = [];
    attributePattern.lastIndex = at;
    for (let match = attributePattern.exec(xml); match !== null; match = attributePattern.exec(xml)) {
      at = attributePattern.lastIndex;
      const value = characters(match[2] ?? match[3] ?? '');
      if (value === undefined) return undefined;
      found.push({ localName: withoutPrefix(match[1] ?? ''), value });
    }
    if (found.length > 0) attributes = found;
  }
  tagEnd.lastIndex = at;
  const end = tagEnd.exec(xml);
  if (end === null) return undefined;
  return { element: { name, localName: withoutPrefix(name), attributes, children: [], text: '' }, isEmpty: end[1] === '/', end: tagEnd.lastIndex };
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Text with its references resolved; undefined where one is none of XML's own. */
function characters(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isSound = true;
  const plain = text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));|&/giu, (_whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const character = name !== undefined ? (Object.hasOwn(entities, name) ? entities[name] : undefined) : isCharacter(code) ? String.fromCodePoint(code) : undefined;
    if (character === undefined) isSound = false;
    return character ?? '';
  });
  return isSound ? plain : undefined;
}

/** XML 1.0, 2.2. */
function isCharacter(code: number): boolean {
  return code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

/** The child elements of an element, in order. */
export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children;
}

/** The first child element with a local name. */
export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const child of element.children) if (child.localName === name) return child;
  return undefined;
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  for (const candidate of element.attributes) if (candidate.localName === name) return candidate.value;
  return undefined;
}

/** The `val` of a child element: <w:numId w:val="3"/> → "3". */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return attribute(childNamed(element, name), 'val');
}
