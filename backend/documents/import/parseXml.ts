import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { DomainError } from '#core/errors.ts';

export type XmlElement = Element;

/** Deeper nesting comes from no word processor; the readers walk the tree by recursion. */
const deepest = 400;

/**
 * Reads an XML part. Document types are refused: no office program writes them, and entities can swell without end.
 * Throws FILE_UNSAFE for them and for absurd nesting, FILE_DAMAGED with `title` (the part's name in Chinese) for what is not well formed.
 */
export function parseXml(bytes: Uint8Array, title: string): XmlElement {
  const text = decode(bytes, title);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new DomainError('FILE_UNSAFE', `${title}里有不该有的声明`);
  checkDepth(text, title);
  let document: Document;
  try {
    document = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(text, 'text/xml');
  } catch (error) {
    throw new DomainError('FILE_DAMAGED', `${title}读不懂`, { cause: error });
  }
  const root = document.documentElement;
  if (root === null) throw new DomainError('FILE_DAMAGED', `${title}是空的`);
  return root;
}

function decode(bytes: Uint8Array, title: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new DomainError('FILE_DAMAGED', `${title}读不懂`, { cause: error });
  }
}

function checkDepth(text: string, title: string) {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1];
    if (next === '/') depth -= 1;
    else if (next !== '!' && next !== '?') {
      const close = text.indexOf('>', at);
      if (close > 0 && text[close - 1] !== '/') depth += 1;
      if (close > 0) at = close;
    }
    if (depth > deepest) throw new DomainError('FILE_UNSAFE', `${title}的层次太深`);
  }
}

/** The child elements of an element, in order. */
export function childElements(element: XmlElement): XmlElement[] {
  const children: XmlElement[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) children.push(node);
  return children;
}

function isElement(node: unknown): node is XmlElement {
  return typeof node === 'object' && node !== null && 'nodeType' in node && node.nodeType === 1;
}

/** The first child element with a local name. */
export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element === undefined ? undefined : childElements(element).find((child) => child.localName === name);
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  for (let index = 0; index < element.attributes.length; index += 1) {
    const candidate = element.attributes.item(index);
    if (candidate !== null && candidate.localName === name) return candidate.value;
  }
  return undefined;
}

/** The `val` of a child element: <w:numId w:val="3"/> → "3". */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return attribute(childNamed(element, name), 'val');
}
