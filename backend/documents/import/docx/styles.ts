import { attribute, childElements, childNamed, childValue, type XmlElement } from '#backend/documents/import/parseXml.ts';
import type { NumberProperty } from '#backend/documents/import/docx/numbering.ts';

export type ParagraphStyle = { name: string; number: NumberProperty | undefined };

/** Reads numPr of a pPr: undefined when there is none; numId 0 says that a number is switched off. */
export function numberProperty(properties: XmlElement | undefined): Partial<NumberProperty> | undefined {
  const element = childNamed(properties, 'numPr');
  if (element === undefined) return undefined;
  const numId = childValue(element, 'numId');
  const level = childValue(element, 'ilvl');
  const index = Number(level);
  return {
    ...(numId === undefined ? {} : { numId }),
    level: level === undefined || !Number.isInteger(index) ? undefined : index,
  };
}

/** Paragraph styles by id, each with the number that it or a style below it brings along. */
export function readStyles(styles: XmlElement | undefined): { byId: Map<string, ParagraphStyle>; normal: string | undefined } {
  const raw = new Map<string, { name: string; basedOn: string | undefined; own: Partial<NumberProperty> | undefined }>();
  let normal: string | undefined;
  for (const style of styles === undefined ? [] : childElements(styles)) {
    const id = attribute(style, 'styleId');
    if (style.localName !== 'style' || id === undefined || attribute(style, 'type') !== 'paragraph') continue;
    const byDefault = attribute(style, 'default');
    if (byDefault === '1' || byDefault === 'true') normal = id;
    raw.set(id, {
      name: (childValue(style, 'name') ?? id).toLowerCase(),
      basedOn: childValue(style, 'basedOn'),
      own: numberProperty(childNamed(style, 'pPr')),
    });
  }
  const byId = new Map<string, ParagraphStyle>();
  for (const [id, { name }] of raw) {
    const visited = new Set<string>();
    let number: Partial<NumberProperty> = {};
    for (let at: string | undefined = id; at !== undefined && !visited.has(at); at = raw.get(at)?.basedOn) {
      visited.add(at);
      number = { ...raw.get(at)?.own, ...dropUndefined(number) };
    }
    const { numId, level } = number;
    byId.set(id, { name, number: numId === undefined || numId === '0' ? undefined : { numId, level } });
  }
  return { byId, normal };
}

function dropUndefined(number: Partial<NumberProperty>): Partial<NumberProperty> {
  return {
    ...(number.numId === undefined ? {} : { numId: number.numId }),
    ...(number.level === undefined ? {} : { level: number.level }),
  };
}
