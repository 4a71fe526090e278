import { attribute, childElements, childNamed, childValue, type XmlElement } from '#backend/documents/import/parseXml.ts';
import type { NumberDefinitions, NumberInstance, NumberLevel } from '#backend/documents/import/NumberPrinter.ts';

export type NumberProperty = { numId: string; level: number | undefined };

/** Reads numbering.xml; none is no numbers. */
export function readNumbering(numbering: XmlElement | undefined): NumberDefinitions {
  const definitions: NumberDefinitions = { levels: new Map(), instances: new Map() };
  if (numbering === undefined) return definitions;
  const links = new Map<string, string>();
  const styleHomes = new Map<string, string>();
  for (const child of childElements(numbering)) {
    const id = attribute(child, 'abstractNumId');
    if (child.localName !== 'abstractNum' || id === undefined) continue;
    const levels = new Map<number, NumberLevel>();
    for (const level of childElements(child)) if (level.localName === 'lvl') levels.set(levelIndex(level), readLevel(level));
    definitions.levels.set(id, levels);
    const home = childValue(child, 'styleLink');
    const link = childValue(child, 'numStyleLink');
    if (home !== undefined) styleHomes.set(home, id);
    if (link !== undefined) links.set(id, link);
  }
  for (const [id, style] of links) {
    const levels = definitions.levels.get(styleHomes.get(style) ?? '');
    if (levels !== undefined) definitions.levels.set(id, levels);
  }
  for (const child of childElements(numbering)) {
    const id = attribute(child, 'numId');
    const abstractId = childValue(child, 'abstractNumId');
    if (child.localName !== 'num' || id === undefined || abstractId === undefined) continue;
    const overrides: NumberInstance['overrides'] = new Map();
    for (const override of childElements(child)) {
      if (override.localName !== 'lvlOverride') continue;
      const start = childValue(override, 'startOverride');
      const level = childNamed(override, 'lvl');
      overrides.set(levelIndex(override), {
        start: start === undefined ? undefined : toNumber(start, 1),
        level: level === undefined ? undefined : readLevel(level),
      });
    }
    definitions.instances.set(id, { abstractId, overrides });
  }
  return definitions;
}

function toNumber(text: string | undefined, fallback: number): number {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) ? value : fallback;
}

function levelIndex(element: XmlElement): number {
  return toNumber(attribute(element, 'ilvl'), 0);
}

function readLevel(level: XmlElement): NumberLevel {
  const restart = childValue(level, 'lvlRestart');
  const legal = childNamed(level, 'isLgl');
  const legalValue = attribute(legal, 'val');
  return {
    start: toNumber(childValue(level, 'start'), 0),
    format: formatOf(level),
    text: childValue(level, 'lvlText') ?? '',
    suffix: childValue(level, 'suff') ?? 'tab',
    restart: restart === undefined ? undefined : toNumber(restart, 0),
    legal: legal !== undefined && legalValue !== '0' && legalValue !== 'false',
    style: childValue(level, 'pStyle'),
  };
}

/** Word wraps formats of its own in mc:AlternateContent; the choice inside is what it prints. */
function formatOf(level: XmlElement): string {
  const alternate = childNamed(level, 'AlternateContent');
  const chosen = alternate === undefined ? undefined : childNamed(childNamed(alternate, 'Fallback') ?? alternate, 'numFmt');
  return childValue(level, 'numFmt') ?? attribute(chosen, 'val') ?? 'decimal';
}
