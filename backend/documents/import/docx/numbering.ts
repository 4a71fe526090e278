import { attribute, childElements, childNamed, childValue, type XmlElement } from '#backend/documents/import/parseXml.ts';
import { formatNumber } from '#backend/documents/import/docx/formatNumber.ts';

type Level = { start: number; format: string; text: string; suffix: string; restart: number | undefined; legal: boolean; style: string | undefined };
type Override = { start: number | undefined; level: Level | undefined };
type Instance = { abstractId: string; overrides: Map<number, Override> };

export type NumberProperty = { numId: string; level: number | undefined };

/**
 * Prints the automatic numbers of a Word document in reading order (ECMA-376 Part 1, 17.9).
 * Instances of one abstract numbering share their counters, as Word has it, until one of them overrides the start.
 */
export class NumberPrinter {
  readonly #levels = new Map<string, Map<number, Level>>();
  readonly #instances = new Map<string, Instance>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(numbering: XmlElement | undefined) {
    if (numbering === undefined) return;
    const links = new Map<string, string>();
    const styleHomes = new Map<string, string>();
    for (const child of childElements(numbering)) {
      const id = attribute(child, 'abstractNumId');
      if (child.localName !== 'abstractNum' || id === undefined) continue;
      const levels = new Map<number, Level>();
      for (const level of childElements(child)) if (level.localName === 'lvl') levels.set(levelIndex(level), readLevel(level));
      this.#levels.set(id, levels);
      const home = childValue(child, 'styleLink');
      const link = childValue(child, 'numStyleLink');
      if (home !== undefined) styleHomes.set(home, id);
      if (link !== undefined) links.set(id, link);
    }
    for (const [id, style] of links) {
      const levels = this.#levels.get(styleHomes.get(style) ?? '');
      if (levels !== undefined) this.#levels.set(id, levels);
    }
    for (const child of childElements(numbering)) {
      const id = attribute(child, 'numId');
      const abstractId = childValue(child, 'abstractNumId');
      if (child.localName !== 'num' || id === undefined || abstractId === undefined) continue;
      const overrides = new Map<number, Override>();
      for (const override of childElements(child)) {
        if (override.localName !== 'lvlOverride') continue;
        const start = childValue(override, 'startOverride');
        const level = childNamed(override, 'lvl');
        overrides.set(levelIndex(override), {
          start: start === undefined ? undefined : toNumber(start, 1),
          level: level === undefined ? undefined : readLevel(level),
        });
      }
      this.#instances.set(id, { abstractId, overrides });
    }
  }

  /** The label of the next paragraph with this property, with the gap that stands behind it; empty where it has no number. */
  next({ numId, level }: NumberProperty, styleId: string | undefined): string {
    const instance = this.#instances.get(numId);
    if (instance === undefined) return '';
    const index = level ?? this.#levelOfStyle(instance, styleId) ?? 0;
    const own = this.#level(instance, index);
    if (own === undefined) return '';
    const counters = this.#counters.get(instance.abstractId) ?? [];
    this.#counters.set(instance.abstractId, counters);
    const override = instance.overrides.get(index)?.start;
    const key = `${numId} ${index}`;
    if (override !== undefined && !this.#started.has(key)) counters[index] = override;
    else counters[index] = counters[index] === undefined ? own.start : counters[index] + 1;
    this.#started.add(key);
    for (let deeper = index + 1; deeper < 9; deeper += 1) {
      const restart = this.#level(instance, deeper)?.restart;
      if (restart !== 0 && (restart === undefined || index < restart)) counters[deeper] = undefined;
    }
    return this.#print(instance, own, index, counters);
  }

  #print(instance: Instance, own: Level, index: number, counters: (number | undefined)[]): string {
    if (own.format === 'bullet') return `${/[\p{Co}\s]|^$/u.test(own.text) ? '●' : own.text} `;
    const label = own.text.replace(/%([1-9])/gu, (_whole, digit: string) => {
      const wanted = Number(digit) - 1;
      const level = this.#level(instance, wanted);
      const value = counters[wanted] ?? level?.start ?? 1;
      if (wanted > index || level === undefined) return '';
      return formatNumber(value, own.legal ? 'decimal' : level.format);
    });
    if (label.trim() === '') return '';
    return own.suffix === 'nothing' ? label : `${label} `;
  }

  #level(instance: Instance, index: number): Level | undefined {
    return instance.overrides.get(index)?.level ?? this.#levels.get(instance.abstractId)?.get(index);
  }

  #levelOfStyle(instance: Instance, styleId: string | undefined): number | undefined {
    if (styleId === undefined) return undefined;
    for (const [index, level] of this.#levels.get(instance.abstractId) ?? []) if (level.style === styleId) return index;
    return undefined;
  }
}

function toNumber(text: string | undefined, fallback: number): number {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) ? value : fallback;
}

function levelIndex(element: XmlElement): number {
  return toNumber(attribute(element, 'ilvl'), 0);
}

function readLevel(level: XmlElement): Level {
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
