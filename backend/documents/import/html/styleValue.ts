import type { HtmlElement } from '#backend/documents/import/html/parseHtml.ts';

/** The value of a property in an element's own style, in lower case; undefined where it has none. */
export function styleValue(element: HtmlElement, property: string): string | undefined {
  const style = element.attributes.get('style');
  if (style === undefined || !style.toLowerCase().includes(property)) return undefined;
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0 && declaration.slice(0, colon).trim() === property) return declaration.slice(colon + 1).replace('!important', '').trim();
  }
  return undefined;
}
